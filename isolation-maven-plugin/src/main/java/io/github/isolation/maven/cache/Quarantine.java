package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where damaged entries go: out of the way, so that the next build fetches them again, and not away, because somebody may
 * want to know what happened. Of each entry the last damaged state is kept.
 */
public final class Quarantine {
    private static final int NAMED = 5;

    private final CacheLayout layout;

    /** Of this cache. */
    public Quarantine(CacheLayout layout) {
        this.layout = layout;
    }

    /** Moves an entry there. The caller holds its lock, or knows that it is the last to look at it. */
    public Path take(String id, Path entry) throws IOException {
        String key = String.valueOf(entry.getFileName());
        Path place = layout.quarantine(id, key);
        Path directory = Files.createDirectories(layout.quarantine().resolve(id));
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(directory, key + "-*")) {
            for (Path path : earlier) {
                FileTrees.delete(path);
            }
        }
        Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
        return place;
    }

    /**
     * Moves the entry that a seed is copied from there, unless another build has made it again by now: that one is whole.
     *
     * @return where what was changed is, as the end of a sentence
     */
    @SuppressWarnings("try") // held, and not looked at
    public String takeIfChanged(Seed seed) throws IOException {
        Path entry = seed.source().resolveSibling("").normalize();
        String key = String.valueOf(entry.getFileName());
        try (FileHold hold = FileHold.acquire(layout.lock(seed.id(), key), pid -> {})) {
            if (!Files.exists(entry)) {
                return ". It is now in quarantine: " + layout.quarantine().resolve(seed.id());
            }
            return Manifest.read(seed.manifest()).differences(seed.source()).isEmpty()
                    ? ". Another build has made it again since; what tests read meanwhile was not what it should have been"
                    : ". It is now in quarantine: " + take(seed.id(), entry);
        }
    }

    /** The first few of what is wrong, for one line. */
    public static String name(List<String> differences) {
        return String.join(", ", differences.subList(0, Math.min(NAMED, differences.size())))
                + (differences.size() > NAMED ? " and " + (differences.size() - NAMED) + " more" : "");
    }
}
