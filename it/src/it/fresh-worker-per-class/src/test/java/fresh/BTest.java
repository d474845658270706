package fresh;

/** Harmless. */
class BTest extends TakesNotes {}
