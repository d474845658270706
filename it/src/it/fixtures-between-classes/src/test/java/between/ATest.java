package between;

/** Leaves everything as it is. */
class ATest extends FixtureTests {}
