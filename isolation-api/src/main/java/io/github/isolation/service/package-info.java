/**
 * Servers that a fork has for itself: the plan of what to start, how one is started, watched, restored and ended.
 *
 * <p>Runs in the supervisor, in a JVM that no fork runs, an IDE's for example, and as a plan in the Maven JVM. Depends on
 * {@code fork} and {@code fixture} only. Internal: for this jar, and for the runtime and the plugin of the same version.
 */
@NullMarked
package io.github.isolation.service;

import org.jspecify.annotations.NullMarked;
