package io.github.isolation.worker;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Ends a worker whatever its tests have done to it. Any thread of the worker. */
final class HardEnd {
    /** The exit status of a worker that cannot say any more what its tests do. */
    private static final int UNHEARD = 71;

    private HardEnd() {}

    /**
     * As a crash. Does not return.
     *
     * @param what after "could not"
     * @param connection the supervisor also ends a worker that has hung up
     */
    static void crash(String what, Throwable why, Closeable connection) {
        try {
            String line = "isolation: this worker could not " + what + ", so it ends: " + why + "\n";
            // Not System.err, which is a test's; this comes to the supervisor as the last words of this process.
            new FileOutputStream(FileDescriptor.err).write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException | Error e) {
            // Then without a word.
        }
        halt(UNHEARD);
        while (true) {
            try {
                connection.close();
                LockSupport.park();
            } catch (IOException | RuntimeException | Error e) {
                // Again.
            }
        }
    }

    /** Returns only if a security manager of a test's forbids it. */
    static void halt(int status) {
        try {
            Runtime.getRuntime().halt(status);
        } catch (RuntimeException | Error e) {
            // The caller does what else there is to do.
        }
    }

    /** Exits, so that shutdown hooks run. Does not return: the supervisor ends who does not end by itself. */
    static void exit() {
        try {
            System.exit(0);
        } catch (RuntimeException e) {
            // A security manager, which a test has forgotten.
        }
        while (true) {
            LockSupport.park();
        }
    }
}
