package right;

/** Runs. */
class ATest extends InBothForks {}
