package tmpdir;

/** Runs. */
class ATest extends InBothForks {}
