package changes;

/** The first to run in a JVM without properties. */
class A3PlainTest extends Stays {}
