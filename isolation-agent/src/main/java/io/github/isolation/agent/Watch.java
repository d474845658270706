package io.github.isolation.agent;

import io.github.isolation.agent.UserFrames.Found;
import java.io.FileDescriptor;
import java.nio.file.Path;
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
    private final ChosenPorts chosen;
    private final LongSet seen = new LongSet(MOST);
    private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
    private boolean saidFull;

    Watch(Settings settings, FilePaths paths, RunningTests tests, UserFrames frames, FindingsFile findings) {
        this.settings = settings;
        this.paths = paths;
        this.tests = tests;
        this.frames = frames;
        this.findings = findings;
        this.chosen = new ChosenPorts(findings);
    }

    /** A function for each action, which throws nothing. */
    BiConsumer<Object, Object>[] listeners(TestState state) {
        Action[] actions = Action.values();
        @SuppressWarnings({"unchecked", "rawtypes"})
        BiConsumer<Object, Object>[] all = new BiConsumer[actions.length];
        Actions meanings = new Actions(this, state);
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

    /**
     * Goes all the ways there are once, before there is a hook: a class that is loaded from within one opens files, which have
     * hooks. There is no line of the user's yet, so nothing is found.
     */
    void warmUp(BiConsumer<Object, Object>[] listeners) {
        listeners[Action.OPEN_TO_READ.number()].accept("warm-up", null);
        listeners[Action.CHANNEL.number()].accept(Path.of("warm-up"), Set.of());
        listeners[Action.PROPERTY.number()].accept("warm-up", null);
        seen.add(key(Kind.READ, "warm-up"));
        findings.warmUp();
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
                record(key, kind, real, frames.find());
            }
        } finally {
            busy.remove();
        }
    }

    void binds(FileDescriptor socket, int port) {
        // A port that the system chooses is nobody else's.
        chosen.binds(socket, port == 0);
        port(true, Integer.toString(port), port);
    }

    /** To find that out asks for the address once more. */
    void bound(FileDescriptor socket) {
        if (busy.get() == null) {
            busy.set(true);
            try {
                chosen.bound(socket);
            } finally {
                busy.remove();
            }
        }
    }

    void connects(String host, int port) {
        port(false, host + ":" + port, port);
    }

    /** The ports of a fork are its own. */
    private void port(boolean binds, String resource, int port) {
        if (port == 0 || busy.get() != null || settings.ports().contains(Integer.toString(port))) {
            return;
        }
        busy.set(true);
        try {
            // The stack says whether it is TCP or UDP, and it takes less time than what is asked for.
            Found found = frames.find();
            Kind kind = binds
                    ? (found.udp() ? Kind.BIND_UDP : Kind.BIND_TCP)
                    : (found.udp() ? Kind.CONNECT_UDP : Kind.CONNECT_TCP);
            long key = key(kind, resource);
            if (!seen.contains(key) && !(binds ? chosen.hasGiven(port) : chosen.has(port))) {
                record(key, kind, resource, found);
            }
        } finally {
            busy.remove();
        }
    }

    /** Those that the JDK sets for itself, when some part of it is first used, are nobody's doing. */
    void property(String name, TestState state) {
        if (busy.get() == null && !seen.contains(key(Kind.PROPERTY, name))) {
            busy.set(true);
            boolean internally;
            try {
                internally = frames.find().internally();
            } finally {
                busy.remove();
            }
            if (internally) {
                state.propertyOfTheJdk(name);
            } else {
                thing(Kind.PROPERTY, name);
            }
        }
    }

    void thing(Kind kind, String resource) {
        long key = key(kind, resource);
        if (seen.contains(key) || busy.get() != null) {
            return;
        }
        busy.set(true);
        try {
            record(key, kind, resource, frames.find());
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
        if (settings.areas().contains(Area.JVM) && !isOfTheJdk(thread)) {
            thing(Kind.THREAD, thread.getName().replaceAll("[0-9]+", "*"));
        }
    }

    private static boolean isOfTheJdk(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getParent() == null
                || thread.getClass().getName().startsWith("jdk.internal.");
    }

    private long key(Kind kind, String resource) {
        long tests = ((long) this.tests.inherited() << Integer.SIZE) | (this.tests.last() & 0xFFFFFFFFL);
        return Hashes.and(Hashes.and(Hashes.of(resource), kind.number()), tests);
    }

    /** What has no line of the user's is not theirs, and may have one the next time. */
    private void record(long key, Kind kind, String resource, Found found) {
        if (found.place() == null || (kind == Kind.LIBRARY && found.byTheJdk())) {
            return;
        }
        if (!seen.add(key)) {
            sayFull();
            return;
        }
        findings.hit(
                kind,
                tests.inherited(),
                tests.last(),
                found.place(),
                found.started(),
                Thread.currentThread().getName(),
                resource);
    }

    private synchronized void sayFull() {
        if (!saidFull && seen.isFull()) {
            saidFull = true;
            findings.incomplete("more than " + MOST + " different things were done; what came after that is not here");
        }
    }
}
