/**
 * The supervisor around its pure core: one queue of inputs, one thread, and the effects it carries out.
 *
 * <p>Runs in Surefire's fork. Depends on {@code supervisor.core}, {@code process}, {@code report}, {@code protocol},
 * {@code fork} and {@code fixture}; imports nothing of Surefire or JUnit. Internal.
 */
@NullMarked
package io.github.isolation.supervisor;

import org.jspecify.annotations.NullMarked;
