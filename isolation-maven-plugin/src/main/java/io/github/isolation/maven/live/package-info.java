/**
 * The line on a terminal that says how far the tests are, and goes when they are done.
 *
 * <p>Runs in the Maven JVM. Depends on the provider's {@code record}, {@code books} and {@code fork}, which say what there is to
 * show; knows no Maven. Internal.
 */
@NullMarked
package io.github.isolation.maven.live;

import org.jspecify.annotations.NullMarked;
