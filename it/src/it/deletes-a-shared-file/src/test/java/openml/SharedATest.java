package openml;

/** One of three classes that run side by side. */
class SharedATest extends SharedSplits {}
