package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether a run is alive: its supervisor, or the JVM itself where no fork runs the tests, holds a lock until it ends,
 * however it ends.
 */
public final class RunHold {
    private static final Map<Path, FileHold> HELD = new ConcurrentHashMap<>();

    private RunHold() {}

    /** This JVM is that run from now on, until it ends. */
    public static synchronized void begin(ForkLayout layout, String runId) throws IOException {
        Path lock = layout.runLock(runId);
        if (!HELD.containsKey(lock)) {
            HELD.put(lock, FileHold.acquire(lock, pid -> {}));
        }
    }

    /** Whether the run with this lock, of whatever isolation directory, has not ended. */
    public static boolean isAlive(Path lock) throws IOException {
        try {
            return Files.exists(lock) && FileHold.isHeld(lock);
        } catch (NoSuchFileException goneSince) {
            return false;
        }
    }
}
