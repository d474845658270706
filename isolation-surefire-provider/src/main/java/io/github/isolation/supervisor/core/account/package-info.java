/**
 * The account of a class: what has become of each of its tests, and what Maven is told of them, however many workers it takes. A
 * {@link io.github.isolation.supervisor.core.account.ClassAccount class} has slices, a slice is in the hands of one worker at a
 * time, and each of these has its turn. Pure: the time is a parameter.
 *
 * <p>Runs in Surefire's fork. Depends on {@code protocol} and {@code supervisor.core.life}. Internal.
 */
@NullMarked
package io.github.isolation.supervisor.core.account;

import org.jspecify.annotations.NullMarked;
