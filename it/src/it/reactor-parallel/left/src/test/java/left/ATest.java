package left;

/** Runs. */
class ATest extends InBothForks {}
