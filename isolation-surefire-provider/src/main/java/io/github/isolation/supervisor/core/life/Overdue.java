package io.github.isolation.supervisor.core.life;

/**
 * What took longer than it may.
 *
 * @param slice the key of the slice in which it did
 * @param wholeClass whether it was the class, of which nothing is run any more, and not one test
 * @param detail which one, and what the limit was, for the user
 */
public record Overdue(long slice, boolean wholeClass, String detail) {}
