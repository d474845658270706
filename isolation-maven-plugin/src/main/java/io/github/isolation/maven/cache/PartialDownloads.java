package io.github.isolation.maven.cache;

import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The downloads that were begun: per download a file with the name of its key, what is kept beside it ({@link KeptPart}), and
 * what transports write to before that, under names of their own that begin in the same way.
 */
final class PartialDownloads {
    private final CacheLayout layout;

    /** Of this cache. */
    PartialDownloads(CacheLayout layout) {
        this.layout = layout;
    }

    /** Removes what is of the fixture, or was not written to since the limit, unless somebody downloads it. */
    void clean(@Nullable String fixture, Instant limit) throws IOException {
        for (Path file : files()) {
            String id = id(file);
            boolean chosen = id.equals(fixture)
                    || !Files.getLastModifiedTime(file).toInstant().isAfter(limit);
            Optional<FileHold> hold =
                    chosen ? FileHold.tryAcquire(layout.lock(id, key(file)), pid -> {}) : Optional.empty();
            if (hold.isPresent()) {
                try (FileHold held = hold.get()) {
                    assert held != null : "nobody writes to it while it is removed";
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Removes what the transport of a killed build has left, which nobody can continue. The caller holds the entry's lock. */
    void sweep(String id, String key) throws IOException {
        for (Path file : files()) {
            boolean continued = file.equals(layout.partial(id, key)) || KeptPart.isOne(file);
            if (!continued && id(file).equals(id) && key(file).equals(key)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** All files, of all fixtures. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(layout.partials())) {
            try (DirectoryStream<Path> fixtures = Files.newDirectoryStream(layout.partials(), Files::isDirectory)) {
                for (Path fixture : fixtures) {
                    try (DirectoryStream<Path> partials = Files.newDirectoryStream(fixture)) {
                        partials.forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    private static String id(Path file) {
        return String.valueOf(file.resolveSibling("").normalize().getFileName());
    }

    /** A key has no dot in it; what comes after one is the transport's, or ours. */
    private static String key(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
