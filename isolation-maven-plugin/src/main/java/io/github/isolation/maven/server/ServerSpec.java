package io.github.isolation.maven.server;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.maven.cache.CommandSource;
import io.github.isolation.maven.cache.FetchContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** What of it makes its data another: all but where its programs are. */
    List<String> identity(FetchContext around) throws IOException {
        List<String> words = new ArrayList<>();
        new TreeMap<>(settings).forEach((name, value) -> words.add(name + "=" + value));
        words.add("sql");
        for (Path file : sql) {
            words.add(FileDigest.sha256(file));
        }
        words.add("fill");
        if (fill.isPresent()) {
            words.addAll(fill.get().identity(around));
        }
        return words;
    }

    /** What the command that fills it finds in its environment, where nobody else can read it. */
    static Map<String, String> access(String url, String user, String password) {
        return Map.of("ISOLATION_JDBC_URL", url, "ISOLATION_USER", user, "ISOLATION_PASSWORD", password);
    }
}
