package halts;

/** Harmless. */
class OneTest extends ThreeTests {}
