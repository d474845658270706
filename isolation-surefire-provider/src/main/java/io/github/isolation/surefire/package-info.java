/**
 * The way in: Surefire's fork-side SPI finds {@code ChannelFactory} here, which decides what this JVM is.
 *
 * <p>Runs in Surefire's fork, where it becomes the supervisor, and in a worker, where it becomes the worker's channel. May
 * depend on everything below it. Internal.
 */
@NullMarked
package io.github.isolation.surefire;

import org.jspecify.annotations.NullMarked;
