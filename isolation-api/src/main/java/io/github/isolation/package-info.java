/**
 * What tests call: which fork they run in, its directory, names and fixtures.
 *
 * <p>Runs in any JVM: in a worker, and just as well in an IDE, where everything answers for the slot {@code main}.
 * Depends on {@code fork} and {@code fixture}. This is the public API; every other package is internal.
 */
@NullMarked
package io.github.isolation;

import org.jspecify.annotations.NullMarked;
