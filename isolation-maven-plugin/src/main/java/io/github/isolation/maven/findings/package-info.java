/**
 * The report of an audit: findings, what trials have shown of them, and which of them are known.
 *
 * <p>Runs in the Maven JVM, after the tests. Depends on the provider's findings and record, on the JDK and on Gson; knows no goals
 * and no Maven. Internal.
 */
@NullMarked
package io.github.isolation.maven.findings;

import org.jspecify.annotations.NullMarked;
