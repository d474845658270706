package io.github.isolation.maven.cache;

import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which entries are in use, and when they were used last: an entry that a build has asked for stays until that
 * build has ended, because forks are restored from it, linked to it or read it.
 *
 * <p>A mark is a locked file, so that it ends with its process. Marks are made, looked at and swept by who holds the
 * entry's lock.
 */
final class InUse {
    private static final String LAST = "last";
    /** Of this JVM, until it ends or the build does. */
    private static final Map<Path, FileHold> HELD = new ConcurrentHashMap<>();

    private final Path marks;

    InUse(CacheLayout layout, String id, String key) {
        this.marks = layout.uses(id, key);
    }

    /** Marks the entry as used by this build. The caller holds the entry's lock. */
    void mark() throws IOException {
        Files.createDirectories(marks);
        Path last = marks.resolve(LAST);
        if (Files.exists(last)) {
            Files.setLastModifiedTime(last, FileTime.from(Instant.now()));
        } else {
            Files.createFile(last);
        }
        if (!HELD.containsKey(marks)) {
            byAnybody();
            HELD.put(marks, FileHold.acquire(marks.resolve(UUID.randomUUID() + ".lock"), holder -> {}));
        }
    }

    /** Whether a living process uses it. Removes the marks of others. The caller holds the entry's lock. */
    boolean byAnybody() throws IOException {
        if (!Files.isDirectory(marks)) {
            return false;
        }
        boolean used = HELD.containsKey(marks);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(marks, "*.lock")) {
            for (Path file : files) {
                var hold = FileHold.tryAcquire(file, holder -> {});
                used |= hold.isEmpty();
                if (hold.isPresent()) {
                    hold.get().close();
                    Files.deleteIfExists(file);
                }
            }
        }
        return used;
    }

    /** When a build asked for it last; long ago if none ever did. */
    Instant last() throws IOException {
        Path last = marks.resolve(LAST);
        return Files.exists(last) ? Files.getLastModifiedTime(last).toInstant() : Instant.EPOCH;
    }

    /** The build has ended. A daemon's JVM has not. */
    static void release() throws IOException {
        for (Path marks : List.copyOf(HELD.keySet())) {
            FileHold hold = HELD.remove(marks);
            if (hold != null) {
                hold.close();
            }
        }
    }
}
