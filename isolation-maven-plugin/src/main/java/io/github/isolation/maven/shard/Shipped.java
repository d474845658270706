package io.github.isolation.maven.shard;

import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardRun;
import java.nio.file.Path;

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

    /** For a person: the shard, the attempt and the file. */
    String title() {
        return header().title() + ", attempt " + header().attempt() + " (" + file + ")";
    }
}
