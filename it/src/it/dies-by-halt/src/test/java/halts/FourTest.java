package halts;

/** Harmless. */
class FourTest extends ThreeTests {}
