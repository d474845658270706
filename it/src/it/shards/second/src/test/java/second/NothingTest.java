package second;

/** Surefire finds it, and there is no test in it. */
class NothingTest {}
