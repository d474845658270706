package spares;

/** Harmless. */
class ATest extends TakesNotes {}
