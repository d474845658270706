/**
 * What belongs to one fork: the layout of its directory and the lock on its slot.
 *
 * <p>Runs in all three JVMs. Depends on nothing but the JDK. Internal: for this jar, and
 * for the runtime and the plugin of the same version, which find it here because tests need it as well.
 */
@NullMarked
package io.github.isolation.fork;

import org.jspecify.annotations.NullMarked;
