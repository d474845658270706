package io.github.isolation.maven.shard;

import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of a shard, as it has arrived.
 *
 * @param file the shard's file, beside which its reports are
 */
record Shipped(Path file, ShardRun run) {
    ShardHeader header() {
        return run.header();
    }

    /** What else it has left; seen from its file. */
    Path beside(String path) {
        return file.resolveSibling(path);
    }

    /** What JaCoCo has measured in all runs of its file. */
    List<Path> coverage() throws IOException {
        Path directory =
                beside(String.valueOf(file.getFileName()).replace(".jsonl", "")).resolve("coverage");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(one -> one.toString().endsWith(".exec"))
                    .sorted()
                    .toList();
        }
    }

    /** For a person: the shard, the attempt and the file. */
    String title() {
        return header().title() + ", attempt " + header().attempt() + " (" + file + ")";
    }
}
