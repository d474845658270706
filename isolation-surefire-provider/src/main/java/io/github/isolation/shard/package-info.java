/**
 * The suite in parts, one for each of several machines: who has which classes, and what is written down of it.
 *
 * <p>Runs in Surefire's fork, before the supervisor starts; what it reads and writes, also in the Maven JVM. Depends on {@code record},
 * {@code settings}, {@code replay} and {@code supervisor}. Internal.
 */
@NullMarked
package io.github.isolation.shard;

import org.jspecify.annotations.NullMarked;
