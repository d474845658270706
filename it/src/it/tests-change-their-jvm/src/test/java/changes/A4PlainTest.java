package changes;

/** And the second: with one fork, a plan of both. */
class A4PlainTest extends Stays {}
