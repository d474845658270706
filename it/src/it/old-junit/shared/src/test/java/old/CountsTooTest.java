package old;

/** The other one. */
class CountsTooTest extends CountsTest {}
