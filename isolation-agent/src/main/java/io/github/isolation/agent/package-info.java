/**
 * The Java agent of an audit: hooks in the JDK's own classes, which write down what code of the user's does to files, ports and
 * the state of its JVM, in which test, and in which line.
 *
 * <p>Runs in workers, and only where an audit is asked for. Depends on the JDK, and on ASM, which is in the same jar under
 * another name. Internal.
 */
@NullMarked
package io.github.isolation.agent;

import org.jspecify.annotations.NullMarked;
