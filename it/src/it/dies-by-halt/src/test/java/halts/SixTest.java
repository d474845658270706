package halts;

/** Harmless. */
class SixTest extends ThreeTests {}
