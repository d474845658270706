package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a class leaves behind in its worker: threads that keep a JVM alive, processes, big files that were deleted and are
 * still open. Looked for between two classes; each is named once, and only if it is still there after a moment (L28).
 */
final class Leaks {
    /** What is on its way out under load gets this long to go. */
    private static final long GRACE_MILLIS = 500;

    /** Classes may be over sooner than everything can be looked at: 0.4 ms a class, of five for a class of two tests. */
    private static final long THOROUGH_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Spring's test framework, in all its versions. */
    private static final String SPRING = "org.springframework.test.context.TestContextManager";

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final WorkerChannel channel;
    private final String mode = System.getProperty("isolation.leaks", "warn");
    private final Leftovers leftovers = new Leftovers();
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> noted = new HashMap<>();
    private long lastThorough = System.nanoTime();
    private boolean saidWhatSpringKeeps;

    Leaks(WorkerChannel channel) {
        this.channel = channel;
        known.addAll(leftovers.find(true));
    }

    /**
     * A class has ended, and its plan goes on. What is there now may be an extension's, which keeps it for the whole plan: it
     * is looked for again when that has ended.
     */
    void note(String className) {
        if (!mode.equals("ignore")) {
            find().forEach(leftover -> noted.putIfAbsent(leftover, className));
        }
    }

    private Set<String> find() {
        long now = System.nanoTime();
        boolean thorough = now - lastThorough > THOROUGH_EVERY_NANOS;
        lastThorough = thorough ? now : lastThorough;
        Set<String> left = leftovers.find(thorough);
        left.removeAll(known);
        leaveOutWhatSpringKeeps(left);
        return left;
    }

    /** Spring keeps the contexts of tests for later classes, until this JVM ends, and a context has threads. */
    private void leaveOutWhatSpringKeeps(Set<String> left) {
        List<String> threads = left.stream().filter(Leftovers::isThread).toList();
        if (threads.isEmpty() || !isSpringHere()) {
            return;
        }
        known.addAll(threads);
        threads.forEach(left::remove);
        if (!saidWhatSpringKeeps && IsolationProvider.isInFirstWorker()) {
            String message =
                    "isolation: Spring keeps contexts, with their threads, for later classes; so here nobody looks for"
                            + " threads that classes leave behind";
            channel.tell(new Logged(LogLevel.INFO, message, null));
        }
        saidWhatSpringKeeps = true;
    }

    private static boolean isSpringHere() {
        try {
            return Class.forName(SPRING, false, Leaks.class.getClassLoader()) != null;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** A plan has ended, and this was its last class. */
    void look(String className) {
        if (mode.equals("ignore")) {
            return;
        }
        long now = System.nanoTime();
        Set<String> left = find();
        long deadline = now + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            left.retainAll(leftovers.find(true));
        }
        known.addAll(left);
        Map<String, List<String>> byClass = new TreeMap<>();
        left.forEach(
                leftover -> byClass.computeIfAbsent(noted.getOrDefault(leftover, className), name -> new ArrayList<>())
                        .add(leftover));
        byClass.forEach(this::report);
        noted.clear();
    }

    private void report(String className, List<String> left) {
        String message = "isolation: " + GRACE_MILLIS + " ms after its end, " + className + " has left behind "
                + String.join(", ", left);
        boolean fail = mode.equals("fail");
        // A trace on the console is what fails the build.
        Trace trace = fail ? new Trace(message, null, "io.github.isolation.Leak: " + message + "\n") : null;
        channel.tell(new Logged(fail ? LogLevel.ERROR : LogLevel.WARNING, message, trace));
    }
}
