/**
 * The classes that services name, so that a JVM which is too old for all others finds something it can load: there they
 * leave everything to Surefire, with one warning. Compiled for Java 8; the others are reached by name, on Java 17 and later.
 *
 * <p>Runs in Surefire's fork, in a worker, and in any JVM that has our jar and launches the JUnit Platform. Depends on
 * Surefire's booter and the JUnit Platform; on nothing of ours. Not {@code @NullMarked}: that may stand on modules, of which
 * Java 8 knows nothing, and its compiler warns. Internal.
 */
package io.github.isolation.entry;
