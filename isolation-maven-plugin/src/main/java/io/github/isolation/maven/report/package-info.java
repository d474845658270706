/**
 * The report of a run: what happened, computed from its record, and the one file that shows it.
 *
 * <p>Runs in the Maven JVM. Depends on the provider's {@code record} and {@code settings}; what computes knows no files, and only
 * {@link io.github.isolation.maven.report.ReportPage} and {@link io.github.isolation.maven.report.ReportData} know the libraries that
 * write the page. Internal.
 */
@NullMarked
package io.github.isolation.maven.report;

import org.jspecify.annotations.NullMarked;
