/**
 * The decisions of a supervisor, from the top: {@code Supervision} takes each input; {@code Conversation} makes something of what
 * workers say, {@code WorkerEnds} of their ends; {@code Scheduler} gives slices to workers, {@code WorkerPool} workers to forks;
 * {@code ClassAccounts} opens and closes the accounts of classes; {@code Outbox} collects what is to be done. Pure functions and
 * values: no clock, no I/O, no thread.
 *
 * <p>Runs in Surefire's fork. Depends on {@code protocol} and the packages inside of it only. Internal.
 */
@NullMarked
package io.github.isolation.supervisor.core;

import org.jspecify.annotations.NullMarked;
