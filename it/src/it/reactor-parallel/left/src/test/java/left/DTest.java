package left;

/** Runs. */
class DTest extends InFourForks {}
