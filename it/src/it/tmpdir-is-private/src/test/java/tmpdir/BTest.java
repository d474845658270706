package tmpdir;

/** Runs. */
class BTest extends InBothForks {}
