package right;

/** Runs. */
class DTest extends InFourForks {}
