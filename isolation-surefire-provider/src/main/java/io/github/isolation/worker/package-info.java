/**
 * The worker's half: the provider that delegates to the one Surefire chose, the channel, and the listener that tells the
 * supervisor of the plan. {@code WorkerSession} holds all of it, and is where to begin.
 *
 * <p>Runs in a worker. Depends on {@code protocol}, on {@code process} for what it has started, on Surefire's API and, where it is there, the JUnit Platform. Internal.
 */
@NullMarked
package io.github.isolation.worker;

import org.jspecify.annotations.NullMarked;
