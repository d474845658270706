package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.LockMode;
import io.github.isolation.fork.SharedLocks;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * Makes the resource locks of JUnit hold across forks as well: {@code @ResourceLock}, {@code @Isolated}, and whatever else
 * an engine declares as an exclusive resource of a test.
 *
 * <p>The launcher's listeners are called in the thread that is about to run a test, before it does, so waiting there keeps
 * the test waiting; and before the supervisor hears of the test, so its time does not run yet. The locks are taken in two
 * steps at most, and in the order of their names: that of {@code @Isolated}, which sorts first, by each top-level class;
 * then all that a class or method needs, with everything below it, at the outermost of them that needs any. Where JUnit
 * runs tests of one worker in parallel, all is taken by the top-level class: a thread may run a second test while it
 * waits for a first.
 */
final class CrossForkLocks {
    static final String PROPERTY = "isolation.crossForkLocks";

    /** JUnit's names of what belongs to a JVM, which no other fork can see. */
    private static final Set<String> OF_A_JVM = Set.of(
            "java.lang.System.properties",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.util.Locale.default",
            "java.util.TimeZone.default");

    /** Sorts before all others. */
    private static final String ISOLATED = "";

    /** What descriptors want: written at discovery, read while they run. */
    private static final Map<String, SortedMap<String, LockMode>> WANTED = new ConcurrentHashMap<>();

    private final WorkerChannel channel;
    private final SharedLocks locks;
    private final Map<String, SharedLocks.Held> held = new ConcurrentHashMap<>();
    private boolean atOnce;

    private CrossForkLocks(WorkerChannel channel) {
        this.channel = channel;
        ForkLayout layout = new ForkLayout(Path.of(AtStart.property(ForkProperties.DIRECTORY, "target/isolation")));
        this.locks = SharedLocks.here(layout, AtStart.property(ForkProperties.FORK, ""));
    }

    /** Those of this worker; null if it is none, or nobody asked for them. */
    static @Nullable CrossForkLocks ifAsked(@Nullable WorkerChannel channel) {
        return channel != null && AtStart.flag(PROPERTY) ? new CrossForkLocks(channel) : null;
    }

    /** A descriptor was discovered. */
    static void discovered(TestDescriptor test) {
        if (!AtStart.flag(PROPERTY) || !(test instanceof Node<?> node)) {
            return;
        }
        try {
            note(test, node);
        } catch (RuntimeException | Error e) {
            Guard.failed("see which locks a test takes across forks", e);
        }
    }

    private static void note(TestDescriptor test, Node<?> node) {
        SortedMap<String, LockMode> wanted = new TreeMap<>();
        for (ExclusiveResource resource : node.getExclusiveResources()) {
            String key = resource.getKey();
            if (!OF_A_JVM.contains(key)) {
                wanted.merge(
                        key.equals(ExclusiveResource.GLOBAL_KEY) ? ISOLATED : key,
                        resource.getLockMode() == ExclusiveResource.LockMode.READ ? LockMode.READ : LockMode.WRITE,
                        LockMode::and);
            }
        }
        if (!wanted.isEmpty()) {
            WANTED.put(test.getUniqueId().toString(), wanted);
        }
    }

    /** A plan is about to be executed. */
    void begin(boolean parallel) {
        atOnce = parallel;
    }

    /** A plan has been executed. */
    void end() {
        WANTED.clear();
    }

    /** Takes what this test, class or container needs; waits for it. */
    void before(String id, boolean topLevel) {
        SortedMap<String, LockMode> all = new TreeMap<>();
        WANTED.forEach((wanting, names) -> {
            if (wanting.equals(id) || wanting.startsWith(id + "/")) {
                names.forEach((name, mode) -> all.merge(name, mode, LockMode::and));
            }
        });
        LockMode isolated = all.getOrDefault(ISOLATED, LockMode.READ);
        all.remove(ISOLATED);
        SortedMap<String, LockMode> now = new TreeMap<>();
        if (topLevel) {
            now.put(ISOLATED, isolated);
        }
        if (isWanting(id) || (topLevel && atOnce)) {
            now.putAll(all);
        }
        if (!now.isEmpty()) {
            take(id, now);
        }
    }

    /** Gives back what {@link #before} took. */
    void after(String id) {
        SharedLocks.Held taken = held.remove(id);
        if (taken != null) {
            try {
                taken.release();
            } catch (IOException | RuntimeException e) {
                tell("cannot give back the locks of " + id, e);
            }
        }
    }

    private static boolean isWanting(String id) {
        SortedMap<String, LockMode> wanted = WANTED.get(id);
        return wanted != null && !(wanted.size() == 1 && wanted.containsKey(ISOLATED));
    }

    private void take(String id, SortedMap<String, LockMode> now) {
        boolean interrupted = Thread.interrupted(); // by a test before this one, which would close the file of the lock
        try {
            held.put(id, locks.acquire(now));
        } catch (IOException | RuntimeException | LinkageError e) {
            tell("runs " + id + " without the locks " + now.keySet(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A listener cannot fail a test; a trace on the console fails the build. */
    private void tell(String what, Throwable e) {
        String message = "isolation: fork " + AtStart.property(ForkProperties.FORK) + " " + what + ": " + e;
        channel.tell(new Event.Logged(LogLevel.ERROR, message, new Trace(message, null, message + "\n")));
    }
}
