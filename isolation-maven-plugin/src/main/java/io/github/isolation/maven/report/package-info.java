/**
 * The report of a run: what happened, computed from its record, and the one file that shows it.
 *
 * <p>Runs in the Maven JVM. Depends on {@code findings}, on the provider's {@code record} and {@code settings}, and on the libraries that write the page and
 * its data, which nothing else knows. What computes knows no files. Internal.
 */
@NullMarked
package io.github.isolation.maven.report;

import org.jspecify.annotations.NullMarked;
