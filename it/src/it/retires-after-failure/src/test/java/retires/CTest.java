package retires;

/** Harmless. */
class CTest extends TakesNotes {}
