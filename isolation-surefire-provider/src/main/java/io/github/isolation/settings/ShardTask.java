package io.github.isolation.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the extension tells a supervisor of the part of the tests that it is to run.
 *
 * @param number which part; never {@code auto}
 * @param key {@code groupId:artifactId/plugin/execution}
 * @param book where the modules of this build write down, one after the other, how much each shard has to do
 * @param plan the plan that was made before; null if each machine makes its own
 * @param run what tells this build from others; may be empty
 * @param group what tells shards of the same build apart; may be empty
 * @param attempt at this shard; 0 if nobody said
 * @param build what tells this start of Maven from others
 */
public record ShardTask(
        ShardNumber number,
        String key,
        Path book,
        @Nullable Path plan,
        String run,
        String group,
        int attempt,
        String build) {

    /**
     * The one that these properties have; null if no part was asked for.
     *
     * @throws SettingsException if one was asked for where nobody can have it
     */
    public static @Nullable ShardTask read(Properties properties) {
        String number = properties.getProperty(Wiring.SHARD, "");
        if (number.isEmpty()) {
            if (!properties.getProperty(SettingNames.SHARD, "").isBlank()) {
                throw new SettingsException(List.of("<shard> (" + SettingNames.SHARD
                        + "): this run is not wired by our extension, so every machine would run all tests. Shards need"
                        + " <extensions>true</extensions>"));
            }
            return null;
        }
        String plan = properties.getProperty(Wiring.SHARD_PLAN, "");
        String[] execution = properties.getProperty(Wiring.EXECUTION, "").split(":", 3);
        return new ShardTask(
                KnownShardSettings.SHARD.form().parse(number),
                key(properties.getProperty(Wiring.MODULE, ""), execution[0], execution[execution.length - 1]),
                Path.of(properties.getProperty(Wiring.SHARD_BOOK, "")),
                plan.isEmpty() ? null : Path.of(plan),
                properties.getProperty(Wiring.SHARD_RUN, ""),
                properties.getProperty(Wiring.SHARD_GROUP, ""),
                Integer.parseInt(properties.getProperty(Wiring.SHARD_ATTEMPT, "0")),
                properties.getProperty(Wiring.SHARD_BUILD, ""));
    }

    /**
     * Tests that are shared out together.
     *
     * @param module {@code groupId:artifactId}
     */
    public static String key(String module, String plugin, String execution) {
        return module + "/" + plugin + "/" + execution;
    }
}
