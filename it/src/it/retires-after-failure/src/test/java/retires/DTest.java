package retires;

/** Harmless. */
class DTest extends TakesNotes {}
