package io.github.isolation.worker;

import io.github.isolation.process.Descendants;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Ends a worker whatever its tests have done to it. Any thread of the worker. */
final class HardEnd implements JvmEnd {
    /** The exit status of a worker that cannot say any more what its tests do. */
    private static final int UNHEARD = 71;

    private final String mark;

    /** @param mark by which processes that descend from this one are known: {@link Descendants#MARK_ENVIRONMENT} */
    HardEnd(String mark) {
        this.mark = mark;
    }

    @Override
    public void endDescendants() {
        try {
            Descendants.endOwn(mark);
        } catch (RuntimeException | Error e) {
            // A test has forbidden it, or used up what it takes. This JVM ends all the same.
        }
    }

    @Override
    public void crash(String what, Throwable why, Closeable connection) {
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

    @Override
    public void halt(int status) {
        try {
            Runtime.getRuntime().halt(status);
        } catch (RuntimeException | Error e) {
            // The caller does what else there is to do.
        }
    }

    @Override
    public void exit() {
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
