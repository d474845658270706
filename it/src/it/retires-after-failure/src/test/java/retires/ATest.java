package retires;

/** Harmless. */
class ATest extends TakesNotes {}
