package halts;

/** Harmless. */
class TwoTest extends ThreeTests {}
