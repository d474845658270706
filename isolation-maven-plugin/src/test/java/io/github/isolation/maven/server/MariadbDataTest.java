package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data of a real MariaDB server, where the machine has one. */
final class MariadbDataTest {
    @TempDir
    private Path directory;

    private Path program;

    @BeforeEach
    void needsTheServer() {
        Optional<Path> found = Programs.server("mariadbd");
        assertTrue(
                found.isPresent() || !"true".equals(System.getenv("CI")), "there is no mariadbd, and CI is to try it");
        assumeTrue(found.isPresent(), "there is no mariadbd here");
        program = found.get();
    }

    @Test
    void dataIsThereAndItsPasswordIsForNobodyElse() throws IOException {
        Path sql = Files.writeString(
                directory.resolve("schema.sql"),
                "create database shop; use shop; create table word (id int) engine=innodb; insert into word values (1);");

        CachedFixture data = make(sql);

        assertTrue(Files.exists(data.content().resolve("shop/word.ibd")));
        Path password = MariadbServer.passwordFile(data.content());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.content())));
        try (var left = Files.walk(directory)) {
            List<Path> telling = left.filter(Files::isRegularFile)
                    .filter(file -> holds(file, read(password)))
                    .toList();
            assertEquals(List.of(password), telling);
        }
    }

    /** Whatever locale the build has: the data would stay in the cache for all others. */
    @Test
    void sqlIsReadAsUtf8() throws IOException {
        String word = "Jürgen Łukasz 😀";
        Path sql = Files.writeString(
                directory.resolve("schema.sql"),
                "create database shop; use shop; create table word (text varchar(40)) engine=innodb;"
                        + " insert into word values ('" + word + "');");

        CachedFixture data = make(sql);

        String stored = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(data.content())) {
            assertTrue(
                    files.filter(Files::isRegularFile).anyMatch(file -> holds(file, stored)),
                    "nowhere in the data as it is in the file");
        }
    }

    @Test
    void wrongSqlIsNamed() throws IOException {
        Path sql = Files.writeString(directory.resolve("schema.sql"), "selectx;\n");

        String said = assertThrows(IOException.class, () -> make(sql)).getMessage();

        assertTrue(said.contains("schema.sql: mariadb ended with status 1"), said);
        assertTrue(said.contains("You have an error in your SQL syntax"), said);
    }

    private CachedFixture make(Path sql) throws IOException {
        FetchContext around = new FetchContext(
                directory,
                List.of(),
                List.of(),
                new ForkLayout(directory.resolve("target/isolation")),
                coordinates -> {
                    throw new IOException("no artifact " + coordinates);
                },
                null,
                pause -> {},
                false,
                new SystemStreamLog());
        ServerSpec spec = new ServerSpec(Optional.empty(), Optional.empty(), List.of(sql), Optional.empty(), Map.of());
        return MariadbServer.find(program, spec)
                .data("db", new FixtureCache(new CacheLayout(directory.resolve("cache")), around));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String password) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
