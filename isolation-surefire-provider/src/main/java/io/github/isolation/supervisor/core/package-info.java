/**
 * The decisions: states of a worker, the hand-out of classes, the ledger, retirement. Pure functions and values: no
 * clock, no I/O, no thread.
 *
 * <p>Runs in Surefire's fork. Depends on {@code protocol} only. Internal.
 */
@NullMarked
package io.github.isolation.supervisor.core;

import org.jspecify.annotations.NullMarked;
