/**
 * The books of a run: what a supervisor was to do, what it handed out and heard, and what it told Maven, kept apart from the
 * supervisor's own accounts so that the two can be compared.
 *
 * <p>Runs in Surefire's fork, which writes them, and in the Maven JVM, which reads them. Depends on the JDK only. Internal.
 */
@NullMarked
package io.github.isolation.books;

import org.jspecify.annotations.NullMarked;
