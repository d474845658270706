package io.github.isolation.supervisor;

import io.github.isolation.protocol.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The launches of one run, each with a nonce and files of its own. */
public final class Launches {
    private final Path runDirectory;
    private final boolean hasFirst;
    private final Map<Integer, Launch> launches = new ConcurrentHashMap<>();
    private @Nullable Launch first;

    /** Keeps what is worth keeping under this directory. */
    public Launches(Path runDirectory) {
        this(runDirectory, true);
    }

    private Launches(Path runDirectory, boolean hasFirst) {
        this.runDirectory = runDirectory;
        this.hasFirst = hasFirst;
    }

    /** Those of a trial: what one worker does for all was done in the run before it. */
    static Launches ofTrial(Path directory) {
        return new Launches(directory, false);
    }

    /** A new launch. Whatever lies where its marker will be is removed first. */
    public synchronized Launch begin(int serial, boolean fromArchive) throws IOException {
        Files.createDirectories(runDirectory);
        Path marker = runDirectory.resolve("worker-" + serial + ".retired");
        Files.deleteIfExists(marker);
        Launch launch = new Launch(
                Secret.create(),
                marker,
                runDirectory.resolve("worker-" + serial + "-hs_err.log"),
                fromArchive,
                isFirst(fromArchive));
        first = launch.first() ? launch : first;
        launches.put(serial, launch);
        return launch;
    }

    /** The first may have died of the archive before it had done anything. */
    private boolean isFirst(boolean fromArchive) {
        return hasFirst && (first == null || (first.fromArchive() && !fromArchive));
    }

    /** The launch of a worker; null if it never came so far. */
    @Nullable
    Launch find(int serial) {
        return launches.get(serial);
    }
}
