/**
 * The wire between the supervisor and a worker: commands one way, events the other, in length-prefixed frames.
 *
 * <p>Runs in both JVMs, supervisor and worker. Depends on nothing but the JDK. Internal.
 */
@NullMarked
package io.github.isolation.protocol;

import org.jspecify.annotations.NullMarked;
