package io.github.isolation.agent;

import io.github.isolation.agent.UserFrames.Found;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What hooks call. Whatever is known already, or is noise, has to be so in a fifth of a microsecond; only what is new is looked
 * at closely. In any thread, in the middle of anything that a JDK does, so nothing is thrown from here, and what is opened on
 * the way is not looked at itself.
 */
final class Watch {
    /** Of everything together; a suite with more than so many different things is told of the first of them. */
    private static final int MOST = 500_000;

    private final Settings settings;
    private final RunningTests tests;
    private final UserFrames frames;
    private final FindingsFile findings;
    private final FilePaths paths;
    private final LongSet seen = new LongSet(MOST);
    private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
    private boolean saidFull;

    Watch(Settings settings, FilePaths paths, RunningTests tests, UserFrames frames, FindingsFile findings) {
        this.settings = settings;
        this.paths = paths;
        this.tests = tests;
        this.frames = frames;
        this.findings = findings;
    }

    /** A function for each action, which throws nothing. */
    BiConsumer<Object, Object>[] listeners() {
        Action[] actions = Action.values();
        @SuppressWarnings({"unchecked", "rawtypes"})
        BiConsumer<Object, Object>[] all = new BiConsumer[actions.length];
        Actions meanings = new Actions(this);
        for (Action action : actions) {
            BiConsumer<Object, Object> meaning = meanings.of(action);
            all[action.number()] = (first, second) -> {
                try {
                    meaning.accept(first, second);
                } catch (Throwable e) { // a stack that is full, or no memory: that is the test's own affair
                    return;
                }
            };
        }
        return all;
    }

    void file(Kind kind, String path) {
        if (path.isEmpty() || paths.isNoise(path, kind.changesFiles())) {
            return;
        }
        long key = key(kind, path);
        if (seen.contains(key) || busy.get() != null) {
            return;
        }
        busy.set(true);
        try {
            String real = paths.real(path, kind);
            if (paths.isNoise(real, kind.changesFiles())) {
                seen.add(key);
            } else {
                record(key, kind, real);
            }
        } finally {
            busy.remove();
        }
    }

    void port(boolean binds, String host, int port) {
        // An address that the system chooses is nobody else's; the ports of a fork are its own.
        if (port == 0 || settings.ports().contains(Integer.toString(port))) {
            return;
        }
        thing(binds ? Kind.BIND_TCP : Kind.CONNECT_TCP, binds ? Integer.toString(port) : host + ":" + port);
    }

    void thing(Kind kind, String resource) {
        long key = key(kind, resource);
        if (seen.contains(key) || busy.get() != null) {
            return;
        }
        busy.set(true);
        try {
            record(key, kind, resource);
        } finally {
            busy.remove();
        }
    }

    void thread(Thread thread) {
        if (busy.get() != null) {
            return;
        }
        busy.set(true);
        try {
            frames.starts(thread);
        } finally {
            busy.remove();
        }
        if (settings.areas().contains(Area.JVM)) {
            thing(Kind.THREAD, thread.getName().replaceAll("[0-9]+", "*"));
        }
    }

    private long key(Kind kind, String resource) {
        long tests = ((long) this.tests.inherited() << Integer.SIZE) | (this.tests.last() & 0xFFFFFFFFL);
        return Hashes.and(Hashes.and(Hashes.of(resource), kind.number()), tests);
    }

    /** What has no line of the user's is not theirs, and may have one the next time. */
    private void record(long key, Kind kind, String resource) {
        Found found = frames.find();
        if (found.place() == null) {
            return;
        }
        if (!seen.add(key)) {
            sayFull();
            return;
        }
        findings.hit(
                found.udp() ? udp(kind) : kind,
                tests.inherited(),
                tests.last(),
                found.place(),
                found.started(),
                Thread.currentThread().getName(),
                resource);
    }

    private static Kind udp(Kind kind) {
        return kind == Kind.BIND_TCP ? Kind.BIND_UDP : kind == Kind.CONNECT_TCP ? Kind.CONNECT_UDP : kind;
    }

    private synchronized void sayFull() {
        if (!saidFull && seen.isFull()) {
            saidFull = true;
            findings.incomplete("more than " + MOST + " different things were done; what came after that is not here");
        }
    }

    Set<Area> areas() {
        return settings.areas();
    }
}
