/**
 * The fixture cache: where fixtures come from, how they are fetched, verified and published.
 *
 * <p>{@code FixtureCache} is the way in. It knows every {@code FixtureSource} and no Maven; these see Maven through {@code
 * FetchContext}.
 *
 * <p>Runs in the Maven JVM. Depends on the provider's {@code fork} and {@code fixture}, on Maven Resolver, Maven's log and
 * commons-compress. Internal.
 */
@NullMarked
package io.github.isolation.maven.cache;

import org.jspecify.annotations.NullMarked;
