package openml;

/** One of three classes that run side by side. */
class SharedBTest extends SharedSplits {}
