package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a class leaves behind in its worker: threads that keep a JVM alive, processes, big files that were deleted and are
 * still open. Looked for between two classes; each is named once, and only if it is still there after a moment (L28).
 */
final class Leaks {
    /** What is on its way out under load gets this long to go. */
    private static final long GRACE_MILLIS = 500;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final WorkerChannel channel;
    private final String mode = System.getProperty("isolation.leaks", "warn");
    private final Set<String> known = new HashSet<>();

    Leaks(WorkerChannel channel) {
        this.channel = channel;
        known.addAll(Leftovers.find());
    }

    /** A class has ended. */
    void look(String className) {
        if (mode.equals("ignore")) {
            return;
        }
        Set<String> left = Leftovers.find();
        left.removeAll(known);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            left.retainAll(Leftovers.find());
        }
        if (!left.isEmpty()) {
            known.addAll(left);
            report(className, left);
        }
    }

    private void report(String className, Set<String> left) {
        String message = "isolation: " + GRACE_MILLIS + " ms after its end, " + className + " has left behind "
                + String.join(", ", left);
        boolean fail = mode.equals("fail");
        // A trace on the console is what fails the build.
        Trace trace = fail ? new Trace(message, null, "io.github.isolation.Leak: " + message + "\n") : null;
        channel.tell(new Logged(fail ? LogLevel.ERROR : LogLevel.WARNING, message, trace));
    }
}
