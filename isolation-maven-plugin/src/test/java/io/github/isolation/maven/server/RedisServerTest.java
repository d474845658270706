package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Redis server is told, and by which way. */
final class RedisServerTest {
    @Test
    void passwordIsInTheFileAndNotInTheCommand() {
        assertEquals(
                List.of("/usr/bin/redis-server", "@{directory}/redis.conf"),
                RedisServer.command(Path.of("/usr/bin/redis-server")));
        assertEquals("""
                appendonly no
                bind 127.0.0.1
                daemonize no
                dir "@{data}"
                port @{port}
                requirepass @{password}
                save ""
                """, RedisServer.configuration(Map.of()));
    }

    @Test
    void settingsOfTheUserWin() {
        String text = RedisServer.configuration(Map.of("appendonly", "yes", "maxmemory", "10mb"));

        assertEquals(
                List.of("appendonly yes", "bind 127.0.0.1"),
                text.lines().limit(2).toList());
        assertEquals(true, text.contains("\nmaxmemory 10mb\n"));
    }
}
