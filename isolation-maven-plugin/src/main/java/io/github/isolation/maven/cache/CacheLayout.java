package io.github.isolation.maven.cache;

import io.github.isolation.fixture.Seed;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Where everything in the fixture cache is. The one class that knows.
 *
 * <pre>
 * entries/&lt;fixture id&gt;/&lt;key&gt;/{content, manifest}   published by one move, never changed
 * entries/&lt;fixture id&gt;/.tmp-&lt;key&gt;-&lt;random&gt;/       being made, or being removed
 * partial/&lt;fixture id&gt;/&lt;key&gt;                       a download to be continued, and files beside it
 * checksums/&lt;fixture id&gt;/&lt;digest of the URL&gt;       what was downloaded first, where none was declared
 * locks/&lt;fixture id&gt;/&lt;key&gt;.lock                    held while an entry is made, marked or removed
 * uses/&lt;fixture id&gt;/&lt;key&gt;/                         who uses an entry, and when it was used last
 * quarantine/&lt;fixture id&gt;/&lt;key&gt;-&lt;random&gt;/          entries that were found damaged
 * </pre>
 *
 * <p>{@code cds/} beside these belongs to the supervisor, which keeps class-data archives there; {@code once/} to tests. Both
 * tell about themselves: see {@link OtherContent}.
 */
public record CacheLayout(Path cacheDirectory) {
    private static final String TEMPORARY = ".tmp-";

    /** Of a {@link UUID}'s text. */
    private static final int RANDOM_LENGTH = 36;

    public CacheLayout {
        cacheDirectory = cacheDirectory.toAbsolutePath().normalize();
    }

    /** The cache that has this content in one of its entries. */
    public static CacheLayout containing(Path content) {
        return new CacheLayout(content.resolve("../../../..").normalize());
    }

    /** The states of all fixtures, by id. */
    Path entries() {
        return cacheDirectory.resolve("entries");
    }

    /** All states of one fixture. */
    Path entries(String id) {
        return entries().resolve(id);
    }

    /** One state of one fixture. */
    Path entry(String id, String key) {
        return entries(id).resolve(key);
    }

    /** The fixture itself, in an entry or in a directory that will become one. */
    static Path content(Path entry) {
        return entry.resolve("content");
    }

    /** What the content consists of and where it came from. */
    static Path manifest(Path entry) {
        return entry.resolve(Seed.MANIFEST);
    }

    /** What the names of an entry's directories start with while it is made. */
    static String temporaryPrefix(String key) {
        return TEMPORARY + key + "-";
    }

    /** The key of the entry that is made, or was, in a directory of this name; empty if it is none of those. */
    static Optional<String> keyOfTemporary(String name) {
        int end = name.length() - RANDOM_LENGTH - 1;
        return name.startsWith(TEMPORARY) && end > TEMPORARY.length()
                ? Optional.of(name.substring(TEMPORARY.length(), end))
                : Optional.empty();
    }

    /**
     * A new place to make an entry, beside it, so that one move publishes it. Never the same twice: a command that
     * survived its killed build must not write into what the next build makes.
     */
    Path temporary(String id, String key) {
        return entries(id).resolve(temporaryPrefix(key) + UUID.randomUUID());
    }

    /** All downloads to be continued. */
    public Path partials() {
        return cacheDirectory.resolve("partial");
    }

    /** A download that another build can continue, because a checksum says in the end whether it is right. */
    Path partial(String id, String key) {
        return partials().resolve(id).resolve(key);
    }

    /** The digests of what was downloaded first for a fixture. */
    Path checksums(String id) {
        return cacheDirectory.resolve("checksums").resolve(id);
    }

    /** Held while an entry is made, marked as used, or removed. */
    Path lock(String id, String key) {
        return cacheDirectory.resolve("locks").resolve(id).resolve(key + ".lock");
    }

    /** The marks of those who use an entry. */
    Path uses(String id, String key) {
        return cacheDirectory.resolve("uses").resolve(id).resolve(key);
    }

    /** All entries that were found damaged. */
    public Path quarantine() {
        return cacheDirectory.resolve("quarantine");
    }

    /** A new place for an entry that was found damaged. */
    Path quarantine(String id, String key) {
        return quarantine().resolve(id).resolve(key + "-" + UUID.randomUUID());
    }
}
