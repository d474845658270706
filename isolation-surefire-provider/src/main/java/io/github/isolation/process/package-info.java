/**
 * Starts, watches and ends worker JVMs, and pumps what they print.
 *
 * <p>Runs in Surefire's fork. Depends on {@code protocol} only. Internal.
 */
@NullMarked
package io.github.isolation.process;

import org.jspecify.annotations.NullMarked;
