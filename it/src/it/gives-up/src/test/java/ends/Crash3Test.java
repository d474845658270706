package ends;

/** One of three that take their JVM along. */
class Crash3Test extends Crashing {}
