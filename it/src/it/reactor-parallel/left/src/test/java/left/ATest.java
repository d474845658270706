package left;

/** Runs. */
class ATest extends InFourForks {}
