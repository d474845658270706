package io.github.isolation.maven.server;

import io.github.isolation.service.Placeholders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Redis server, or Valkey, which has the same configuration file. */
public final class RedisServer {
    /** What its program may be called: the first that is found. */
    public static final List<String> PROGRAMS = List.of("valkey-server", "redis-server");

    /** Its configuration file, in the service's directory, which nobody else may read: its password is in there. */
    public static final String FILE = "redis.conf";

    private RedisServer() {}

    /** What starts it. */
    public static List<String> command(Path program) {
        return List.of(program.toString(), "@{" + Placeholders.DIRECTORY + "}/" + FILE);
    }

    /** It is on this machine's own address, keeps nothing that it is told, and is told by nobody without its password. */
    public static String configuration(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "bind", "127.0.0.1",
                "port", "@{" + Placeholders.PORT + "}",
                "dir", "\"@{" + Placeholders.DATA + "}\"",
                "requirepass", "@{" + Placeholders.PASSWORD + "}",
                "save", "\"\"",
                "appendonly", "no",
                "daemonize", "no"));
        all.putAll(settings);
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(name).append(' ').append(value).append('\n'));
        return text.toString();
    }
}
