/**
 * A queue of classes that several machines share: what is asked of it, a database that answers, and a model in memory that says what the
 * answers have to be.
 *
 * <p>Runs in the supervisor's JVM; what it reads, also in the Maven JVM. Depends on {@code record} and {@code protocol}. Internal.
 */
@NullMarked
package io.github.isolation.queue;

import org.jspecify.annotations.NullMarked;
