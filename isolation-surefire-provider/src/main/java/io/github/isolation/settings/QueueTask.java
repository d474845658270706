package io.github.isolation.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the extension tells a supervisor of the queue from which it takes classes.
 *
 * @param url of the database, without a password
 * @param login the file with user and password, if they are from settings.xml; null if they are in the environment
 * @param driver the jar of its JDBC driver
 * @param key {@code groupId:artifactId/plugin/execution}
 * @param run what tells this build from others
 * @param group what tells runs of one build apart; may be empty
 * @param attempt at this build, from 1
 * @param build what tells this start of Maven from others
 * @param lease for how long a machine may be silent
 * @param failuresIgnored whether a build passes when tests have failed
 */
public record QueueTask(
        String url,
        @Nullable Path login,
        Path driver,
        String key,
        String run,
        String group,
        int attempt,
        String build,
        Duration lease,
        boolean failuresIgnored) {

    /**
     * The one that these properties have; null if there is none.
     *
     * @throws SettingsException if it was asked for where nobody can have it
     */
    public static @Nullable QueueTask read(Properties properties) {
        String url = properties.getProperty(Wiring.QUEUE, "");
        if (url.isEmpty()) {
            if (!properties.getProperty(SettingNames.QUEUE, "").isBlank()) {
                throw new SettingsException(List.of("<queue> (" + SettingNames.QUEUE
                        + "): this run is not wired by our extension, so every machine would run all tests. A queue needs"
                        + " <extensions>true</extensions>"));
            }
            return null;
        }
        String login = properties.getProperty(Wiring.QUEUE_LOGIN, "");
        String[] execution = properties.getProperty(Wiring.EXECUTION, "").split(":", 3);
        return new QueueTask(
                url,
                login.isEmpty() ? null : Path.of(login),
                Path.of(properties.getProperty(Wiring.QUEUE_DRIVER, "")),
                ShardTask.key(properties.getProperty(Wiring.MODULE, ""), execution[0], execution[execution.length - 1]),
                properties.getProperty(Wiring.SHARD_RUN, ""),
                properties.getProperty(Wiring.SHARD_GROUP, ""),
                Math.max(1, Integer.parseInt(properties.getProperty(Wiring.SHARD_ATTEMPT, "1"))),
                properties.getProperty(Wiring.SHARD_BUILD, ""),
                new SettingsReader(properties).get(KnownShardSettings.QUEUE_LEASE),
                Boolean.parseBoolean(properties.getProperty(Wiring.FAILURES_IGNORED)));
    }
}
