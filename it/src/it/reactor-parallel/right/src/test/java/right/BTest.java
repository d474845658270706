package right;

/** Runs. */
class BTest extends InFourForks {}
