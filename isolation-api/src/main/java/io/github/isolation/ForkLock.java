package io.github.isolation;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.LockMode;
import io.github.isolation.fork.SharedLocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** What this thread holds across forks, until it is closed. */
public final class ForkLock implements AutoCloseable {
    private final SharedLocks.Held held;

    private ForkLock(SharedLocks.Held held) {
        this.held = held;
    }

    static ForkLock take(LockMode mode, String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("without a name nothing is locked");
        }
        SortedMap<String, LockMode> wanted = new TreeMap<>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a lock needs a name");
            }
            wanted.put(name, mode);
        }
        Fork fork = Isolation.fork();
        try {
            return new ForkLock(
                    SharedLocks.here(MainFixtures.layout(), fork.slot()).acquire(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the locks " + wanted.keySet() + " cannot be taken: " + FileErrors.text(e), e);
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        try {
            held.release();
        } catch (IOException e) {
            throw new UncheckedIOException("a lock cannot be given back: " + FileErrors.text(e), e);
        }
    }
}
