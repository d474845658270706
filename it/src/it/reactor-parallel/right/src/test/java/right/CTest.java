package right;

/** Runs. */
class CTest extends InBothForks {}
