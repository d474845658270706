package left;

/** Runs. */
class CTest extends InBothForks {}
