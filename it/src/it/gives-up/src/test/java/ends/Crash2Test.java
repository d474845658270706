package ends;

/** One of three that take their JVM along. */
class Crash2Test extends Crashing {}
