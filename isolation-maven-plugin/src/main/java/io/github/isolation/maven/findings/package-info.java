/**
 * What an audit has written down, and what follows from it: which tests clash over which file or port, and which leave something
 * behind in their JVM. Nothing here has been tried out: each finding is a candidate.
 *
 * <p>Runs in the Maven JVM, after the tests. Depends on the JDK and on Gson; knows no goals and no Maven. Internal.
 */
@NullMarked
package io.github.isolation.maven.findings;

import org.jspecify.annotations.NullMarked;
