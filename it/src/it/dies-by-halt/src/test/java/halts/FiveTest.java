package halts;

/** Harmless. */
class FiveTest extends ThreeTests {}
