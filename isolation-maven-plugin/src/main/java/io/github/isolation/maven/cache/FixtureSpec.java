package io.github.isolation.maven.cache;

import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixture as the POM declares it, checked.
 *
 * @param checksum what the fetched file must have; null where the user did not say
 * @param unpack whether the fetched file is an archive and the fixture is what is in it
 * @param unpackLimit how many bytes may come out of it; 0 for the default
 */
public record FixtureSpec(
        String id, FixtureSource source, @Nullable Checksum checksum, boolean unpack, long unpackLimit, SeedMode mode) {
    /** Half a SHA-256 tells fixtures apart as well, and keeps paths short for Windows. */
    private static final int KEY_LENGTH = 32;

    /** The name of this state of the fixture in the cache. */
    String key(FetchContext around) throws IOException {
        List<String> words = new ArrayList<>(source.identity(around));
        words.addAll(wishes());
        return Digests.words(words).substring(0, KEY_LENGTH);
    }

    /** What the user asked for, whatever state it is in now. */
    String request() {
        List<String> words = new ArrayList<>(List.of(source.describe()));
        words.addAll(wishes());
        return Digests.words(words);
    }

    private List<String> wishes() {
        return List.of(
                checksum == null ? "no checksum" : checksum.element() + " " + checksum.hex(), "unpack " + unpack);
    }
}
