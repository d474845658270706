/**
 * What belongs to one fork: the layout of its directory and the lock on its slot.
 *
 * <p>Runs in all three JVMs. Depends on nothing but the JDK. Internal.
 */
@NullMarked
package io.github.isolation.fork;

import org.jspecify.annotations.NullMarked;
