package io.github.isolation.maven.cache;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fork.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether an entry of the cache is there and still what was published. */
final class EntryCheck {
    /** In a manifest: the digest of the whole content. */
    static final String DIGEST = "digest";

    /** In a manifest: what the user had asked for. */
    static final String REQUEST = "request";

    private EntryCheck() {}

    /** By names, sizes and times, which is fast. */
    static Optional<Manifest> quick(Path entry) throws IOException {
        Optional<Manifest> published = published(entry);
        return published.isPresent()
                        && stranger(entry).isEmpty()
                        && published.get().describes(CacheLayout.content(entry))
                ? published
                : Optional.empty();
    }

    /**
     * By every byte, where the quick check does not suffice: a cache that was restored from an archive, as many a CI
     * does, has the right bytes and the wrong times. It gets a new manifest then. The caller holds the entry's lock.
     */
    static Optional<Manifest> full(Path entry) throws IOException {
        Optional<Manifest> quick = quick(entry);
        if (quick.isPresent() || !damage(entry).isEmpty()) {
            return quick;
        }
        Manifest now = Manifest.digest(
                CacheLayout.content(entry), published(entry).orElseThrow().about());
        now.write(CacheLayout.manifest(entry));
        return Optional.of(now);
    }

    /** What is wrong with it, by every byte, in words; nothing if it is whole. */
    static List<String> damage(Path entry) throws IOException {
        Path content = CacheLayout.content(entry);
        Optional<Manifest> published = published(entry);
        Optional<String> stranger = stranger(entry);
        if (stranger.isPresent()) {
            return List.of("it belongs to '" + stranger.get() + "'");
        }
        return published.isEmpty()
                ? List.of("its manifest is missing or damaged")
                : published.get().differencesInBytes(content);
    }

    /** Of the content as it is listed: names, bytes and link targets; no times. */
    static String digest(Manifest manifest) {
        return Digests.words(manifest.entries().stream()
                .flatMap(entry -> List.of(entry.kind().name(), entry.path(), entry.detail()).stream())
                .toList());
    }

    /** Who owns a part of it, if that is nobody whose files are believed: they may have put it there. */
    private static Optional<String> stranger(Path entry) throws IOException {
        Path cache = CacheLayout.containing(CacheLayout.content(entry)).cacheDirectory();
        for (Path part : List.of(entry, CacheLayout.manifest(entry), CacheLayout.content(entry))) {
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS) && !CacheDirectory.isOwn(part, cache)) {
                return Optional.of(CacheDirectory.owner(part));
            }
        }
        return Optional.empty();
    }

    /** The manifest, if there is one. */
    static Optional<Manifest> published(Path entry) {
        Path manifest = CacheLayout.manifest(entry);
        if (!Files.exists(manifest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.read(manifest));
        } catch (IOException e) {
            // Damaged, or of an older version, which comes to the same: the entry is made again.
            return Optional.empty();
        }
    }
}
