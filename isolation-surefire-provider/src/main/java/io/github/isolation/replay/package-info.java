/**
 * What is run again: the record of a run becomes a plan, from facts and the classes that there are.
 *
 * <p>Runs in Surefire's fork, before the supervisor starts. Depends on {@code record}, {@code settings} and
 * {@code supervisor}, to which a plan is handed. Internal.
 */
@NullMarked
package io.github.isolation.replay;

import org.jspecify.annotations.NullMarked;
