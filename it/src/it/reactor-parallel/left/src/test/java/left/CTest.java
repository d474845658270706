package left;

/** Runs. */
class CTest extends InFourForks {}
