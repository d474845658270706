/**
 * Servers that we know: where their programs come from, and how their data is made, once, for the cache.
 *
 * <p>Runs in the Maven JVM. Depends on {@code cache} and on what that depends on. The server itself is started by whoever runs tests;
 * here it runs only while its data is made. Internal.
 */
@NullMarked
package io.github.isolation.maven.server;

import org.jspecify.annotations.NullMarked;
