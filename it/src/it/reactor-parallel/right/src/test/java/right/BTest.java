package right;

/** Runs. */
class BTest extends InBothForks {}
