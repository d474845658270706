/**
 * What isolation looks like in tests of JUnit Jupiter: annotations, and the extensions behind them.
 *
 * <p>Runs in a worker, or in any other JVM in which Jupiter runs tests. Depends on the API of Jupiter, which nothing else
 * may load, and on {@code io.github.isolation}. {@code Fixture} is for users; the rest is internal.
 */
@NullMarked
package io.github.isolation.junit;

import org.jspecify.annotations.NullMarked;
