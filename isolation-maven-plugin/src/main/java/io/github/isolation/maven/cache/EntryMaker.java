package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.Manifest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fetches, verifies and unpacks a fixture in a directory that nobody else looks at. */
final class EntryMaker {
    /** In a manifest: the digest of the file that was fetched. */
    static final String SHA256 = "sha256";

    private final CacheLayout layout;
    private final FetchContext around;

    EntryMaker(CacheLayout layout, FetchContext around) {
        this.layout = layout;
        this.around = around;
    }

    /** Makes the content in the future entry {@code directory}, and lists it. */
    Manifest make(FixtureSpec spec, String key, Path directory) throws IOException {
        Map<String, String> about = new TreeMap<>();
        about.put("fixture", spec.id());
        about.put("source", spec.source().describe());
        about.put(EntryCheck.REQUEST, spec.request());
        Path content = CacheLayout.content(directory);
        Path fetched = fetch(spec, key, directory);
        if (Files.isRegularFile(fetched)) {
            String sha256 = FileDigest.sha256(fetched);
            if (spec.checksum() == null && spec.source() instanceof UrlSource url) {
                new FirstDigests(layout).require(spec, url, sha256);
            }
            about.put(SHA256, sha256);
        } else if (spec.checksum() != null || spec.unpack()) {
            throw new IOException("it is a directory; <sha256>, <sha512> and <unpack> are for single files");
        }
        if (spec.unpack()) {
            tell(spec, Unpacker.unpack(fetched, content, spec.unpackLimit()));
            Files.delete(fetched);
        } else {
            Files.move(fetched, content);
        }
        if (Files.isRegularFile(content) && Files.isWritable(content)) {
            force(content);
        }
        // Not before it is unpacked: what was no archive, as the page of a portal, is nothing to compare with.
        if (about.containsKey(SHA256) && spec.checksum() == null && spec.source() instanceof UrlSource url) {
            new FirstDigests(layout).remember(spec, url, about.get(SHA256));
        }
        Manifest listed = Manifest.digest(content, about);
        about.put(EntryCheck.DIGEST, EntryCheck.digest(listed));
        return new Manifest(about, listed.entries());
    }

    private void tell(FixtureSpec spec, List<String> unreadable) {
        if (!unreadable.isEmpty()) {
            around.log()
                    .warn("isolation: fixture '" + spec.id() + "': " + unreadable.size()
                            + (unreadable.size() == 1 ? " name in it is" : " names in it are")
                            + " not UTF-8, and have a '?' where they cannot be read; the first is '"
                            + SafeTree.printable(unreadable.get(0)) + "'. Tests find them under these names");
        }
    }

    /** Where a checksum says in the end whether it is right, the next build may continue what this one began. */
    private Path fetch(FixtureSpec spec, String key, Path directory) throws IOException {
        Path fetched = directory.resolve("fetched");
        Checksum checksum = spec.checksum();
        if (checksum == null) {
            spec.source().fetch(spec, fetched, around);
            return fetched;
        }
        Path partial = layout.partial(spec.id(), key);
        Files.createDirectories(layout.partials().resolve(spec.id()));
        new PartialDownloads(layout).sweep(spec.id(), key);
        boolean toBeContinued = spec.source() instanceof UrlSource;
        Path target = toBeContinued ? partial : fetched;
        spec.source().fetch(spec, target, around);
        if (Files.isRegularFile(target)) {
            String actual = checksum.actual(target);
            if (!checksum.hex().equals(actual)) {
                Files.delete(target);
                throw new IOException("its " + checksum.algorithm() + " is " + actual + ", but <" + checksum.element()
                        + "> says " + checksum.hex() + "; nothing was cached. If the file was meant to change, change <"
                        + checksum.element() + ">");
            }
        }
        if (toBeContinued) {
            Files.move(partial, fetched);
        }
        return fetched;
    }

    /** On the disk before its name is: a power failure must not leave a name without the bytes. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
