/**
 * The goals, one thin class each: parameters and one call.
 *
 * <p>Runs in the Maven JVM. Depends on {@code cache}, {@code wiring} and {@code report}, and on the provider's {@code fork} and {@code
 * fixture}. The goals and their parameters are public; the classes are not meant to be called.
 */
@NullMarked
package io.github.isolation.maven;

import org.jspecify.annotations.NullMarked;
