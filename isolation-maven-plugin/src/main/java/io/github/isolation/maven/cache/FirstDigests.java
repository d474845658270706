package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a URL was when it was first downloaded, where the user declared no checksum: a later difference is an
 * error and no surprise (L34). Outlives the entry.
 */
final class FirstDigests {
    private static final String SHA256 = "[0-9a-f]{64}";

    private final CacheLayout layout;

    FirstDigests(CacheLayout layout) {
        this.layout = layout;
    }

    /** Accepts the digest of a download if there was none before, or if it is the same as the first one. */
    void require(FixtureSpec spec, UrlSource source, String sha256) throws IOException {
        Path file = file(spec, source);
        String first = read(file);
        if (first != null && !first.equals(sha256)) {
            throw new IOException("its SHA-256 is " + sha256 + ", but when it was first downloaded it was " + first
                    + " (" + file + "); nothing was cached. If it was meant to change, declare <sha256>" + sha256
                    + "</sha256>, or forget the first one: mvn isolation:clean-cache -Disolation.fixture="
                    + spec.id());
        }
    }

    /** This download has become a fixture: from now on it is what later ones are compared with. */
    void remember(FixtureSpec spec, UrlSource source, String sha256) throws IOException {
        Path file = file(spec, source);
        if (read(file) == null) {
            FileTrees.writeAtomically(file, sha256 + "\n" + Masked.url(source.url()) + "\n");
        }
    }

    private Path file(FixtureSpec spec, UrlSource source) {
        return layout.checksums(spec.id())
                .resolve(Digests.words(List.of(source.url().toString())).substring(0, 32));
    }

    private static @Nullable String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String line = Files.readString(file).lines().findFirst().orElse("");
        if (!line.matches(SHA256)) {
            throw new IOException(file + " is damaged: its first line is no SHA-256; delete it");
        }
        return line;
    }
}
