package io.github.isolation.maven.shard;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.shard.ShardFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all machines have left, wherever in a directory.
 *
 * @param runs in the order of their files
 * @param unreadable files that cannot be read or understood, and why
 */
record ShardFolder(List<Shipped> runs, List<String> unreadable) {
    static ShardFolder read(Path directory) throws IOException {
        List<Shipped> runs = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause(); // of a directory that may not be looked into
        }
        for (Path file : all) {
            if (ShardFile.isOne(file)) {
                try {
                    ShardFile.read(file).forEach(run -> runs.add(new Shipped(file, run)));
                } catch (IOException e) {
                    unreadable.add(FileErrors.text(e));
                }
            }
        }
        return new ShardFolder(runs, unreadable);
    }
}
