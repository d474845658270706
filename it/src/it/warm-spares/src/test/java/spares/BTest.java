package spares;

/** Harmless. */
class BTest extends TakesNotes {}
