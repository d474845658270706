package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What killed builds have left of entries that they were making, or removing. Who makes the same entry again sweeps these away; of one that nobody
 * asks for any more they would stay for good.
 */
final class UnfinishedEntries {
    private final CacheLayout layout;

    /** Of this cache. */
    UnfinishedEntries(CacheLayout layout) {
        this.layout = layout;
    }

    /** Removes all that nobody is working on. */
    void clean() throws IOException {
        for (Path fixture : directories(layout.entries())) {
            for (Path unfinished : directories(fixture)) {
                Optional<String> key = CacheLayout.keyOfTemporary(name(unfinished));
                Optional<FileHold> hold = key.isEmpty()
                        ? Optional.empty()
                        : FileHold.tryAcquire(layout.lock(name(fixture), key.get()), pid -> {});
                if (hold.isPresent()) {
                    try (FileHold held = hold.get()) {
                        assert held != null : "nobody makes it while it is removed";
                        FileTrees.delete(unfinished);
                    }
                }
            }
        }
    }

    private static List<Path> directories(Path of) throws IOException {
        List<Path> directories = new ArrayList<>();
        if (Files.isDirectory(of)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(of, Files::isDirectory)) {
                children.forEach(directories::add);
            }
        }
        return directories;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
