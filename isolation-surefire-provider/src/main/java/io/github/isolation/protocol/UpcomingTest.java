package io.github.isolation.protocol;

/**
 * A test that has come up while others run and is not begun: an invocation of a parameterized or repeated test, or a dynamic one.
 *
 * @param test as if it had been planned
 * @param label the {@linkplain Label#digest digest} of what a person would call it
 */
public record UpcomingTest(PlannedTest test, long label) {}
