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
import org.jspecify.annotations.Nullable;

/**
 * What a shard leaves whose tests could not be begun. Otherwise a merge would know nothing of these tests if no machine can begin them, and would not
 * miss them, whatever the builds of the machines make of that: they may have been told to ignore failures.
 */
public final class RefusedShard {
    private RefusedShard() {}

    /**
     * Writes a header without classes; nothing if no part of the tests was asked for, only a plan, or the shard had begun before something went
     * wrong.
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
        if (directory.isEmpty()) {
            return;
        }
        Path shards = new ForkLayout(Path.of(directory)).shards();
        if (!properties.getProperty(Wiring.QUEUE, "").isEmpty()) {
            leave(shards, QueueTask.read(properties), why);
        } else if (!properties.getProperty(Wiring.SHARD, "").isEmpty()) {
            leave(shards, ShardTask.read(properties));
        }
    }

    /** Where nobody answered, others may have run everything; otherwise this machine has failed, and the end says why. */
    private static void leave(Path shards, @Nullable QueueTask task, Throwable why) throws IOException {
        if (task == null || ShardFile.hasBegun(shards, task.build(), task.key())) {
            return;
        }
        ShardHeader header = ShardHeader.refused(newId(), task);
        ShardFile.begin(shards, header, List.of());
        if (!(why instanceof QueueUnreachableException)) {
            Path file = shards.resolve(ShardHeader.fileName(header.shard(), header.total(), header.attempt()));
            ShardFile.end(file, header.id(), List.of(), new ShardEnd(0, 0, inOneLine(why), ""));
        }
    }

    private static void leave(Path shards, @Nullable ShardTask task) throws IOException {
        if (task == null || task.number().isPlan() || ShardFile.hasBegun(shards, task.build(), task.key())) {
            return;
        }
        int attempt = task.attempt() > 0
                ? task.attempt()
                : ShardFile.attempt(shards, task.number().shard(), task.number().total(), task.build());
        ShardFile.begin(shards, ShardHeader.refused(newId(), task, attempt), List.of());
    }

    private static String newId() {
        return "refused-" + UUID.randomUUID();
    }

    private static String inOneLine(Throwable why) {
        String text = why.getMessage() == null ? why.toString() : why.getMessage();
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
