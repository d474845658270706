package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Locks by name across the forks of an isolation directory.
 *
 * <p>Nobody waits for a name while holding one that sorts after it, so there is no circle of waiters and no deadlock: what is
 * asked for at once is taken in this order, and who asks for more out of order gets an error instead of a deadlock. A lock
 * that the thread has already is not taken twice.
 */
public final class SharedLocks {
    private static final int READABLE = 40;
    private static final ThreadLocal<NavigableMap<String, LockMode>> OF_THIS_THREAD =
            ThreadLocal.withInitial(ConcurrentSkipListMap::new);

    private final Path directory;
    private final String who;
    private final long reportMillis;

    /**
     * For who waits in this JVM.
     *
     * @param who for messages, as in "fork 2"
     * @param reportMillis after how long it is said that somebody waits, and again; 0 means never
     */
    public SharedLocks(Path directory, String who, long reportMillis) {
        this.directory = directory;
        this.who = who;
        this.reportMillis = reportMillis;
    }

    /** For this JVM, as its system properties tell: which isolation directory, and when waiting is slow. */
    public static SharedLocks here(ForkLayout layout, String slot) {
        String given = AtStart.property(ForkProperties.SLOW_AFTER, "").strip();
        String slowAfter = given.isEmpty() ? ForkProperties.SLOW_AFTER_DEFAULT : given;
        return new SharedLocks(layout.sharedLocks(), "fork " + slot, Durations.parse(slowAfter));
    }

    /** What was taken; any thread may give it back. */
    public static final class Held {
        private final NavigableMap<String, LockMode> thread;
        private final Deque<Entry<String, LockFile>> taken = new ArrayDeque<>();

        private Held(NavigableMap<String, LockMode> thread) {
            this.thread = thread;
        }

        /** Gives back what is held, once. */
        public synchronized void release() throws IOException {
            while (!taken.isEmpty()) {
                Entry<String, LockFile> last = taken.pop();
                thread.remove(last.getKey());
                last.getValue().release();
            }
        }
    }

    /**
     * Takes all of these, or none.
     *
     * @throws IllegalStateException when the thread holds what must be taken later, or reads what it wants to write
     */
    public Held acquire(SortedMap<String, LockMode> wanted) throws IOException {
        NavigableMap<String, LockMode> mine = OF_THIS_THREAD.get();
        Held held = new Held(mine);
        boolean all = false;
        try {
            for (Entry<String, LockMode> wish : wanted.entrySet()) {
                String name = wish.getKey();
                LockMode has = mine.get(name);
                if (has != null && has.and(wish.getValue()) != has) {
                    throw new IllegalStateException(
                            "this thread holds " + title(name) + " to read and now wants to write;"
                                    + " two that do so would wait for each other: take it to write in the first place");
                }
                if (has == null) {
                    refuseIfOutOfOrder(name, mine);
                    LockFile file = LockFile.of(directory.resolve(fileName(name)));
                    LockWait wait = new LockWait(who, title(name) + " to " + verb(wish), reportMillis);
                    file.acquire(wish.getValue(), wait);
                    wait.over();
                    mine.put(name, wish.getValue());
                    held.taken.push(Map.entry(name, file));
                }
            }
            all = true;
            return held;
        } finally {
            if (!all) {
                held.release();
            }
        }
    }

    private static void refuseIfOutOfOrder(String name, NavigableMap<String, LockMode> mine) {
        if (!mine.isEmpty() && mine.lastKey().compareTo(name) > 0) {
            throw new IllegalStateException(
                    "this thread holds " + title(mine.lastKey()) + " and now wants " + title(name)
                            + ", which sorts before it; another fork may do the opposite, and both would wait for ever: take both in"
                            + " one call");
        }
    }

    private static String verb(Entry<String, LockMode> wish) {
        return wish.getValue() == LockMode.READ ? "read" : "write";
    }

    private static String title(String name) {
        return name.isEmpty() ? "the lock of @Isolated" : "the lock '" + name + "'";
    }

    private static String fileName(String name) {
        String readable = name.replaceAll("[^A-Za-z0-9]+", "_");
        return readable.substring(0, Math.min(READABLE, readable.length())) + "-" + ShortHash.of(name) + ".lock";
    }
}
