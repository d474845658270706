package io.github.isolation.maven.server;

import io.github.isolation.maven.cache.CommandSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server of the POM, checked.
 *
 * @param home the directory of its programs, where the user names one
 * @param version of the artifact its programs are taken from, where the user wants that
 * @param sql files that are run, in this order, when its data is made
 * @param fill a command that fills it after that
 * @param settings of its configuration file, which come after ours
 */
public record ServerSpec(
        Optional<Path> home,
        Optional<String> version,
        List<Path> sql,
        Optional<CommandSource> fill,
        Map<String, String> settings) {
    public ServerSpec {
        sql = List.copyOf(sql);
        settings = Map.copyOf(settings);
    }
}
