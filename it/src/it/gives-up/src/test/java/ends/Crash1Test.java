package ends;

/** One of three that take their JVM along. */
class Crash1Test extends Crashing {}
