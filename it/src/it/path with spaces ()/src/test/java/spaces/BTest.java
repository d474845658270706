package spaces;

/** Runs. */
class BTest extends InBothForks {}
