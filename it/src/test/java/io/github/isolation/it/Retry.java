package io.github.isolation.it;

/**
 * One attempt that Surefire reports besides the final result.
 *
 * @param kind {@code flakyFailure}, {@code flakyError}, {@code rerunFailure} or {@code rerunError}
 * @param type the exception's class name
 * @param message its message, empty where there is none
 */
public record Retry(String kind, String type, String message) {}
