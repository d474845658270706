package right;

/** Runs. */
class CTest extends InFourForks {}
