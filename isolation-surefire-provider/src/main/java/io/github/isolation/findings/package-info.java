/**
 * What an audit has written down, and what follows from it: which tests clash over which file or port, and which leave something
 * behind in their JVM. Whether any test fails because of that is tried elsewhere; here, it is a part of a finding.
 *
 * <p>Runs in Surefire's fork, after the tests, and in the Maven JVM, which makes the report. Depends on the JDK only. Internal.
 */
@NullMarked
package io.github.isolation.findings;

import org.jspecify.annotations.NullMarked;
