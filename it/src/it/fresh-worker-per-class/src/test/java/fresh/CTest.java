package fresh;

/** Harmless. */
class CTest extends TakesNotes {}
