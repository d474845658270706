package fresh;

/** Harmless. */
class ATest extends TakesNotes {}
