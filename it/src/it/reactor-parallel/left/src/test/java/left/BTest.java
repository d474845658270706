package left;

/** Runs. */
class BTest extends InFourForks {}
