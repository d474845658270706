package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Leftover;
import io.github.isolation.protocol.LogLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a class leaves behind in its worker: threads that keep a JVM alive, processes, big files that were deleted and are
 * still open. Looked for between two classes; each is named once, and only if it is still there after a moment (L28).
 */
final class Leaks {
    /** What is on its way out under load gets this long to go. */
    private static final long GRACE_MILLIS = 500;

    /** Classes may be over sooner than everything can be looked at: 0.4 ms a class, of five for a class of two tests. */
    private static final long THOROUGH_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Frameworks whose applications, or their threads, outlive a class; and a class by which each of them is known. */
    private static final Map<String, String> KEEPERS = Map.of(
            "Spring", "org.springframework.test.context.TestContextManager",
            "Quarkus", "io.quarkus.test.junit.QuarkusTestExtension",
            // Netty takes two seconds to end its threads.
            "Micronaut", "io.micronaut.test.extensions.junit5.MicronautJunit5Extension");

    private static final String LOOK = "look for what classes leave behind";

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final WorkerChannel channel;
    private String mode;

    private final Leftovers leftovers;
    private final Set<Leftover> known = new HashSet<>();
    private final Map<Leftover, String> noted = new HashMap<>();
    private long lastThorough = System.nanoTime();
    private boolean saidWhatIsKept;

    Leaks(WorkerChannel channel) {
        this.channel = channel;
        String asked = AtStart.property("isolation.leaks");
        mode = asked == null ? "warn" : asked;
        ThreadNames ignored = ThreadNames.of(AtStart.property("isolation.leaksIgnore", ""));
        // Nobody asked, and what ends with this JVM harms no other class, since it runs no other: half a second saved.
        leftovers = new Leftovers(
                asked == null
                        && "1"
                                .equals(AtStart.property("isolation.retireEveryClasses", "")
                                        .strip()),
                ignored);
        try {
            known.addAll(leftovers.find(true));
        } catch (RuntimeException | Error e) {
            mode = "ignore"; // what was there before any test would be the leak of the first class
            Guard.failed(LOOK, e);
        }
    }

    /**
     * A class has ended, and its plan goes on. What is there now may be an extension's, which keeps it for the whole plan: it
     * is looked for again when that has ended.
     */
    void note(String className) {
        if (!mode.equals("ignore")) {
            try {
                find().forEach(leftover -> noted.putIfAbsent(leftover, className));
            } catch (RuntimeException | Error e) {
                Guard.failed(LOOK, e);
            }
        }
    }

    private Set<Leftover> find() {
        long now = System.nanoTime();
        boolean thorough = now - lastThorough > THOROUGH_EVERY_NANOS;
        lastThorough = thorough ? now : lastThorough;
        Set<Leftover> left = leftovers.find(thorough);
        left.removeAll(known);
        leaveOutWhatIsKept(left);
        return left;
    }

    /** An application that is kept until this JVM ends has threads, which are no class's. */
    private void leaveOutWhatIsKept(Set<Leftover> left) {
        if (left.isEmpty()) {
            return; // nearly always
        }
        List<Leftover> threads = left.stream().filter(Leftover::isThread).toList();
        String keeper = threads.isEmpty() ? null : keeper();
        if (keeper == null) {
            return;
        }
        known.addAll(threads);
        threads.forEach(left::remove);
        if (!saidWhatIsKept && IsolationProvider.isInFirstWorker()) {
            String message =
                    "isolation: " + keeper + " keeps an application, with its threads, beyond its class; so here"
                            + " nobody looks for threads that classes leave behind";
            channel.tell(new Logged(LogLevel.INFO, message, null));
        }
        saidWhatIsKept = true;
    }

    private static @Nullable String keeper() {
        for (Map.Entry<String, String> keeper : KEEPERS.entrySet()) {
            try {
                Class.forName(keeper.getValue(), false, Leaks.class.getClassLoader());
                return keeper.getKey();
            } catch (ClassNotFoundException | LinkageError e) {
                // Not this one.
            }
        }
        return null;
    }

    /** A plan has ended, and this was its last class. A look that fails has found nothing. */
    void look(String className) {
        if (!mode.equals("ignore")) {
            try {
                lookAndWait(className);
            } catch (RuntimeException | Error e) {
                Guard.failed(LOOK, e);
            }
        }
    }

    private void lookAndWait(String className) {
        Thread.interrupted(); // by a test that is over: who is interrupted does not wait
        long now = System.nanoTime();
        Set<Leftover> left = find();
        long deadline = now + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            left.retainAll(leftovers.find(true));
        }
        known.addAll(left);
        Map<String, List<Leftover>> byClass = new TreeMap<>();
        left.forEach(
                leftover -> byClass.computeIfAbsent(noted.getOrDefault(leftover, className), name -> new ArrayList<>())
                        .add(leftover));
        byClass.forEach(this::report);
        noted.clear();
    }

    private void report(String className, List<Leftover> left) {
        channel.tell(new Event.LeftBehind(className, GRACE_MILLIS, left, mode.equals("fail")));
    }
}
