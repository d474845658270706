package io.github.isolation.queue;

/**
 * What came of a class.
 *
 * @param failed whether a test of it failed, and none of its attempts passed
 * @param report all that Maven is told of it, in lines ({@link ClassReport})
 */
public record Result(String className, long millis, boolean failed, String report) {}
