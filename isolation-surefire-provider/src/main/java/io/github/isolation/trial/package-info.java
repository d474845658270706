/**
 * Trials, which are short runs that only answer a question, and how a failed test is questioned by them: what is tried next, and
 * what follows. Pure: no clock, no I/O, no thread.
 *
 * <p>Runs in Surefire's fork, after the tests. Depends on {@code protocol}. Internal.
 */
@NullMarked
package io.github.isolation.trial;

import org.jspecify.annotations.NullMarked;
