package io.github.isolation.worker;

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

    private final ToSupervisor supervisor;
    private final Guard guard;
    private final Execution execution;
    private final Source source;
    private final Clock clock;
    private String mode;

    private final Set<Leftover> known = new HashSet<>();
    private final Map<Leftover, String> noted = new HashMap<>();
    private long lastThorough;
    private boolean saidWhatIsKept;

    /** Where leftovers are found: the JVM and what the system knows of it. */
    interface Source {
        /** All there is now; thorough is slower and misses nothing. */
        Set<Leftover> find(boolean thorough);
    }

    /** What time it is, and waiting. */
    interface Clock {
        /** In nanoseconds, from any point. */
        long now();

        /** Waits for about so many. */
        void pause(long nanos);
    }

    /** In this JVM, where what is there now is nobody's leak. */
    static Leaks here(WorkerSettings settings, ToSupervisor supervisor, Guard guard, Execution execution) {
        // Nobody asked, and what ends with this JVM harms no other class, since it runs no other: half a second saved.
        boolean onlyWhatOutlivesUs = settings.leaks() == null && settings.oneClass();
        Leftovers found = new Leftovers(onlyWhatOutlivesUs, ThreadNames.of(settings.leaksIgnore()));
        return new Leaks(settings.leaks(), supervisor, guard, execution, found, new JvmClock());
    }

    /** @param asked {@code warn}, {@code fail} or {@code ignore}; null if nobody has asked */
    Leaks(
            @Nullable String asked,
            ToSupervisor supervisor,
            Guard guard,
            Execution execution,
            Source source,
            Clock clock) {
        this.supervisor = supervisor;
        this.guard = guard;
        this.execution = execution;
        this.source = source;
        this.clock = clock;
        mode = asked == null ? "warn" : asked;
        lastThorough = clock.now();
        try {
            known.addAll(source.find(true));
        } catch (RuntimeException | Error e) {
            mode = "ignore"; // what was there before any test would be the leak of the first class
            guard.failed(LOOK, e);
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
                guard.failed(LOOK, e);
            }
        }
    }

    private Set<Leftover> find() {
        long now = clock.now();
        boolean thorough = now - lastThorough > THOROUGH_EVERY_NANOS;
        lastThorough = thorough ? now : lastThorough;
        Set<Leftover> left = source.find(thorough);
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
        if (!saidWhatIsKept && execution.isInFirstWorker()) {
            String message =
                    "isolation: " + keeper + " keeps an application, with its threads, beyond its class; so here"
                            + " nobody looks for threads that classes leave behind";
            supervisor.tell(new Logged(LogLevel.INFO, message, null));
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
                guard.failed(LOOK, e);
            }
        }
    }

    private void lookAndWait(String className) {
        Thread.interrupted(); // by a test that is over: who is interrupted does not wait
        long now = clock.now();
        Set<Leftover> left = find();
        long deadline = now + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        while (!left.isEmpty() && clock.now() < deadline) {
            clock.pause(PAUSE_NANOS);
            left.retainAll(source.find(true));
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
        supervisor.tell(new Event.LeftBehind(className, GRACE_MILLIS, left, mode.equals("fail")));
    }

    private static final class JvmClock implements Clock {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    }
}
