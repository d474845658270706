package spaces;

/** Runs. */
class ATest extends InBothForks {}
