package left;

/** Runs. */
class BTest extends InBothForks {}
