package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;

/**
 * Says whether something that is kept for all builds is in use, and when it was used last.
 *
 * <p>A mark is a locked file, so that it ends with its process. Marks are made, looked at and swept by who holds a lock that
 * the caller chooses: otherwise a mark could be swept before it is locked.
 *
 * @param directory of the marks of one thing
 */
public record UseMarks(Path directory) {
    private static final String LAST = "last";

    /** It is used at this moment. */
    public void touch() throws IOException {
        Files.createDirectories(directory);
        Path last = directory.resolve(LAST);
        if (Files.exists(last)) {
            Files.setLastModifiedTime(last, FileTime.from(Instant.now()));
        } else {
            Files.createFile(last);
        }
    }

    /** Marks it as used until the hold is closed, or this process ends. */
    public FileHold mark() throws IOException {
        byAnybody();
        return FileHold.acquire(directory.resolve(UUID.randomUUID() + ".lock"), holder -> {});
    }

    /** Whether a living process uses it. Removes the marks of others. */
    public boolean byAnybody() throws IOException {
        boolean used = false;
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.lock")) {
                for (Path file : files) {
                    var hold = FileHold.tryAcquire(file, holder -> {});
                    used |= hold.isEmpty();
                    if (hold.isPresent()) {
                        hold.get().close();
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
        return used;
    }

    /** When it was used last; long ago if never. */
    public Instant last() throws IOException {
        Path last = directory.resolve(LAST);
        return Files.exists(last) ? Files.getLastModifiedTime(last).toInstant() : Instant.EPOCH;
    }
}
