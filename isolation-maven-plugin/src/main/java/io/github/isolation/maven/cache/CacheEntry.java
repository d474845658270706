package io.github.isolation.maven.cache;

import io.github.isolation.fixture.Manifest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the cache, for those who look at all of them.
 *
 * @param manifest absent where it is missing or damaged
 * @param lastUsed by a build; long ago if by none
 */
public record CacheEntry(String id, String key, Path path, Optional<Manifest> manifest, Instant lastUsed) {
    /** The one that was used last comes first. */
    public static final Comparator<CacheEntry> BY_AGE =
            Comparator.comparing(CacheEntry::lastUsed).reversed();

    /** All entries, by fixture. */
    public static List<CacheEntry> all(CacheLayout layout) throws IOException {
        List<CacheEntry> all = new ArrayList<>();
        for (String id : names(layout.entries())) {
            all.addAll(of(layout, id));
        }
        return all;
    }

    /** All states of one fixture. */
    static List<CacheEntry> of(CacheLayout layout, String id) throws IOException {
        List<CacheEntry> states = new ArrayList<>();
        for (String key : names(layout.entries(id))) {
            if (!key.startsWith(".")) {
                Path entry = layout.entry(id, key);
                states.add(
                        new CacheEntry(id, key, entry, EntryCheck.published(entry), new InUse(layout, id, key).last()));
            }
        }
        states.sort(BY_AGE);
        return states;
    }

    /** Whether this is what that specification once asked for. */
    boolean isAnswerTo(FixtureSpec spec) {
        return manifest.isPresent()
                && spec.request().equals(manifest.get().about().get(EntryCheck.REQUEST));
    }

    /** The size of its files; 0 where that is not known. */
    public long bytes() {
        return manifest.map(Manifest::bytes).orElse(0L);
    }

    /** Where it came from. */
    public String source() {
        return manifest.map(published -> published.about().get("source"))
                // Earlier versions wrote down whole addresses.
                .map(Masked::in)
                .orElse("unknown");
    }

    private static List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
                children.forEach(child -> names.add(String.valueOf(child.getFileName())));
            }
        }
        names.sort(null);
        return names;
    }
}
