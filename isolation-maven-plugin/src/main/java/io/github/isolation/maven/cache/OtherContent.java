package io.github.isolation.maven.cache;

import io.github.isolation.archive.StoredArchive;
import io.github.isolation.once.OncePlace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What tests and supervisors keep in the cache directory beside fixtures: what {@code Isolation.once} made for this user, and
 * class-data archives of workers.
 *
 * @param kind in words
 */
public record OtherContent(String kind, String name, Path path, long bytes, Instant lastUsed, Removal removal) {
    /** Removes one unless it is in use, and says whether it did. */
    @FunctionalInterface
    public interface Removal {
        /** Removes it. */
        boolean run() throws IOException;
    }

    /** All of them, the one that was used last first. */
    public static List<OtherContent> all(CacheLayout layout) throws IOException {
        List<OtherContent> all = new ArrayList<>();
        for (OncePlace place : OncePlace.all(layout.cacheDirectory())) {
            all.add(new OtherContent(
                    "once",
                    place.name(),
                    place.directory(),
                    size(place.directory()),
                    place.lastUsed(),
                    place::removeUnlessUsed));
        }
        for (StoredArchive archive : StoredArchive.all(layout.cacheDirectory())) {
            all.add(new OtherContent(
                    "class-data archive",
                    archive.name(),
                    archive.directory(),
                    size(archive.directory()),
                    archive.lastUsed(),
                    archive::removeUnlessUsed));
        }
        all.sort(Comparator.comparing(OtherContent::lastUsed).reversed());
        return all;
    }

    /** The size of all files below a directory, as far as they are there and may be looked at. */
    public static long size(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE; // a build that goes on meanwhile has removed it
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }
}
