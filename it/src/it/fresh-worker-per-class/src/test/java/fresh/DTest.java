package fresh;

/** Harmless. */
class DTest extends TakesNotes {}
