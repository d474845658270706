package spares;

/** Harmless. */
class DTest extends TakesNotes {}
