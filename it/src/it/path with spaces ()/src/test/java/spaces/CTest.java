package spaces;

/** Runs. */
class CTest extends InBothForks {}
