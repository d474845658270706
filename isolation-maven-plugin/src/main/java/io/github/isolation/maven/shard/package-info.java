/**
 * The suite on several machines: which part is this one's, what is left of it at the end, and all parts put together again.
 *
 * <p>Runs in the Maven JVM. Depends on {@code audit} and {@code report}, and of the provider on {@code shard}, {@code books} and
 * {@code record}. Internal.
 */
@NullMarked
package io.github.isolation.maven.shard;

import org.jspecify.annotations.NullMarked;
