/**
 * Edits to the configuration of Surefire and Failsafe, made before the build starts.
 *
 * <p>Runs in the Maven JVM. Depends on Maven's model, plexus-utils and {@code live} only. Internal.
 */
@NullMarked
package io.github.isolation.maven.wiring;

import org.jspecify.annotations.NullMarked;
