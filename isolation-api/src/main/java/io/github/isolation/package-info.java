/**
 * What tests call: which fork they run in, its directory, names and fixtures.
 *
 * <p>Runs in any JVM: in a worker, and just as well in an IDE, where everything answers for the slot {@code main}.
 * Depends on {@code fork}, {@code fixture} and {@code once}. This package and {@code junit} are the public API, which stays what it is from
 * one version to the next; every other package of this jar is internal, for the runtime of the same version alone.
 */
@NullMarked
package io.github.isolation;

import org.jspecify.annotations.NullMarked;
