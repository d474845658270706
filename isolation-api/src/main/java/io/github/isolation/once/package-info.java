/**
 * What {@code Isolation.once} keeps: where it is, whose it is, when it may go.
 *
 * <p>Runs in workers and, to clean up, in the Maven JVM. Depends on {@code fork} and {@code fixture}. Internal: for this jar, and
 * for the runtime and the plugin of the same version, which find it here because tests need it as well.
 */
@NullMarked
package io.github.isolation.once;

import org.jspecify.annotations.NullMarked;
