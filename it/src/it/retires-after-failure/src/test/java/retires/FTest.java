package retires;

/** Harmless. */
class FTest extends TakesNotes {}
