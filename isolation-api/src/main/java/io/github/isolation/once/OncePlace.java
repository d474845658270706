package io.github.isolation.once;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.RunHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Where one key is kept. The one class that knows:
 *
 * <pre>
 * once/&lt;key&gt;/content             what was made, published by one move
 * once/&lt;key&gt;/record.properties   whose it is; written when it is there, and by every run that joins
 * once/&lt;key&gt;/draft-&lt;random&gt;/     being made
 * once/&lt;key&gt;/lock                held while it is made, joined or removed; never deleted, see {@link FileHold}
 * </pre>
 *
 * @param directory of the key
 */
public record OncePlace(Path directory) {
    private static final String DRAFT = "draft-";
    private static final String LOCK = "lock";

    /** Of a key, as a file name, in an isolation directory or in the cache. */
    public static OncePlace of(Path base, String key) {
        return new OncePlace(base.resolve("once").resolve(key));
    }

    /** All that have something in them. */
    public static List<OncePlace> all(Path base) throws IOException {
        List<OncePlace> places = new ArrayList<>();
        Path once = base.resolve("once");
        if (Files.isDirectory(once)) {
            try (DirectoryStream<Path> keys = Files.newDirectoryStream(once, Files::isDirectory)) {
                for (Path key : keys) {
                    OncePlace place = new OncePlace(key);
                    if (!place.parts().isEmpty()) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    /** The key, as a file name. */
    public String name() {
        return String.valueOf(directory.getFileName());
    }

    /** Waits for the right to make, join or remove it. */
    public FileHold lock(LongConsumer onWait) throws IOException {
        return FileHold.acquire(directory.resolve(LOCK), onWait);
    }

    /** What was made. */
    public Path content() {
        return directory.resolve("content");
    }

    /** Whose it is. */
    public Path record() {
        return directory.resolve("record.properties");
    }

    /** A new directory to make it in. */
    public Path newDraft() throws IOException {
        return Files.createTempDirectory(directory, DRAFT);
    }

    /** Removes everything, and what killed initializers left. The caller holds the lock. */
    public void clear() throws IOException {
        // Without a record nobody takes what is left for whole.
        Files.deleteIfExists(record());
        for (Path part : parts()) {
            FileTrees.delete(part);
        }
    }

    /** When a run joined last, or when something was begun that never became whole. */
    public Instant lastUsed() throws IOException {
        Path witness = Files.exists(record()) ? record() : directory;
        return Files.getLastModifiedTime(witness, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    /** Removes it, unless it is being made or is a living run's. Says whether it is gone. */
    public boolean removeUnlessUsed() throws IOException {
        Optional<FileHold> hold = FileHold.tryAcquire(directory.resolve(LOCK), pid -> {});
        if (hold.isEmpty()) {
            return false;
        }
        try (FileHold held = hold.get()) {
            assert held != null : "nobody joins it while it is removed";
            OnceRecord record = OnceRecord.read(record());
            if (record != null
                    && !record.onlyWith(run -> RunHold.isAlive(Path.of(run)))
                            .runs()
                            .isEmpty()) {
                return false;
            }
            clear();
            return true;
        }
    }

    private List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                directory, path -> !String.valueOf(path.getFileName()).equals(LOCK))) {
            files.forEach(parts::add);
        }
        return parts;
    }
}
