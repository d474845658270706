package between;

/** Leaves everything as it is. */
class CTest extends FixtureTests {}
