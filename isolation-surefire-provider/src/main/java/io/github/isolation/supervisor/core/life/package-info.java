/**
 * The life of one worker: its states, what can happen to it, what is to be done about it, and what its end means. Pure: a
 * function of a state and an input, without a clock.
 *
 * <p>Runs in Surefire's fork. Depends on {@code protocol} only. Internal.
 */
@NullMarked
package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.NullMarked;
