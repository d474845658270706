package io.github.isolation.worker;

import java.io.Closeable;

/** The ways in which a worker ends itself. In a worker they are {@link HardEnd}; tests of who calls them live on. */
interface JvmEnd {
    /**
     * As a crash. Does not return.
     *
     * @param what after "could not"
     * @param connection the supervisor also ends a worker that has hung up
     */
    void crash(String what, Throwable why, Closeable connection);

    /** What tests have started ends, as far as it can be found; before this JVM, after which nobody is left to do it. */
    void endDescendants();

    /** At once. Returns only if a security manager of a test's forbids it. */
    void halt(int status);

    /** With status 0, so that shutdown hooks run. Does not return: the supervisor ends who does not end by itself. */
    void exit();
}
