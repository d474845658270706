/**
 * Our events turned into calls of Surefire's own encoder, one contiguous test set at a time.
 *
 * <p>Runs in Surefire's fork. Depends on {@code protocol}, {@code fork} and Surefire's API. Internal.
 */
@NullMarked
package io.github.isolation.report;

import org.jspecify.annotations.NullMarked;
