package right;

/** Runs. */
class ATest extends InFourForks {}
