package io.github.isolation.maven.report;

/**
 * How long a run would have taken in another way.
 *
 * @param name what would be different
 * @param millis from beginning to end
 * @param isLowerBound whether it takes longer in any case
 */
public record Prediction(String name, long millis, boolean isLowerBound) {}
