package io.github.isolation.maven.cache;

import io.github.isolation.fixture.Manifest;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A fixture that is in the cache, whole and verified.
 *
 * @param content the file or directory; nobody changes it
 * @param fetched whether it was made just now
 * @param duration how long that took
 */
public record CachedFixture(Path content, Manifest manifest, boolean fetched, Duration duration) {
    /** Of the whole content. */
    public String digest() {
        return manifest.about().getOrDefault(EntryCheck.DIGEST, "");
    }
}
