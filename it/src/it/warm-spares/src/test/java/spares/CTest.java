package spares;

/** Harmless. */
class CTest extends TakesNotes {}
