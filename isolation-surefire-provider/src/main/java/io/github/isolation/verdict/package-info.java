/**
 * Why tests failed: cases are read from the record of a run, trials are made for them, and what follows is told and written down.
 *
 * <p>Runs in Surefire's fork, after the tests and before Maven hears of their end. Depends on {@code trial}, {@code record},
 * {@code replay}, {@code settings} and {@code supervisor}. Internal.
 */
@NullMarked
package io.github.isolation.verdict;

import org.jspecify.annotations.NullMarked;
