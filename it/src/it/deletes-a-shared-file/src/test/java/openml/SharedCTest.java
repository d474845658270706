package openml;

/** One of three classes that run side by side. */
class SharedCTest extends SharedSplits {}
