package io.github.isolation.shard;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.queue.QueueUnreachableException;
import io.github.isolation.settings.QueueTask;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.ShardTask;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a shard leaves whose tests could not be begun. Otherwise a merge would know nothing of these tests if no machine can begin them, and would not
 * miss them, whatever the builds of the machines make of that: they may have been told to ignore failures.
 */
public final class RefusedShard {
    private RefusedShard() {}

    /**
     * Writes a header without classes and without an end; nothing if no part of the tests was asked for, only a plan, or the shard had begun before
     * something went wrong.
     *
     * @param properties of the supervisor's JVM
     * @param why it could not; with a queue, a merge asks whether others can have run everything
     * @param warnings is told if it cannot be written
     */
    public static void leave(Properties properties, Throwable why, Consumer<String> warnings) {
        try {
            leave(properties, why);
        } catch (IOException | RuntimeException e) {
            warnings.accept(
                    "isolation: that this shard has run no test could not be written down for isolation:merge: " + e);
        }
    }

    private static void leave(Properties properties, Throwable why) throws IOException {
        String directory = properties.getProperty(SettingNames.DIRECTORY, "");
        QueueTask queue = properties.getProperty(Wiring.QUEUE, "").isEmpty() ? null : QueueTask.read(properties);
        if (queue != null && !directory.isEmpty()) {
            Path shards = new ForkLayout(Path.of(directory)).shards();
            if (!ShardFile.hasBegun(shards, queue.build(), queue.key())) {
                ShardHeader header = ShardHeader.refused("refused-" + UUID.randomUUID(), queue);
                ShardFile.begin(shards, header, List.of());
                if (!(why instanceof QueueUnreachableException)) {
                    Path file = shards.resolve(ShardHeader.fileName(0, ShardHeader.QUEUE, queue.attempt()));
                    ShardFile.end(file, header.id(), List.of(), new ShardEnd(0, 0, inOneLine(why), ""));
                }
            }
        }
        ShardTask task = properties.getProperty(Wiring.SHARD, "").isEmpty() ? null : ShardTask.read(properties);
        if (task == null || task.number().isPlan() || directory.isEmpty()) {
            return;
        }
        Path shards = new ForkLayout(Path.of(directory)).shards();
        int shard = task.number().shard();
        int total = task.number().total();
        int attempt = task.attempt() > 0 ? task.attempt() : ShardFile.attempt(shards, shard, total, task.build());
        if (!ShardFile.hasBegun(shards, task.build(), task.key())) {
            String id = "refused-" + UUID.randomUUID();
            ShardFile.begin(shards, ShardHeader.refused(id, task, attempt), List.of());
        }
    }

    private static String inOneLine(Throwable why) {
        String text = why.getMessage() == null ? why.toString() : why.getMessage();
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
