/**
 * What {@code Isolation.once} keeps: where it is, whose it is, when it may go.
 *
 * <p>Runs in workers and, to clean up, in the Maven JVM. Depends on {@code fork} and {@code fixture}. Internal.
 */
@NullMarked
package io.github.isolation.once;

import org.jspecify.annotations.NullMarked;
