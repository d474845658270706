package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is another file after a class than before it, and what is so without any class. */
final class DirectoriesTest {
    @TempDir
    Path module;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private List<String> found() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replace('\t', ' ').replaceFirst("[^ ]*/", ""))
                .sorted()
                .toList();
    }

    @Test
    void filesAreComparedBeforeAndAfterAClassAndBetweenTwo() throws IOException {
        Files.createDirectories(module.resolve("own"));
        Files.createDirectories(module.resolve(".git"));
        Settings settings = new Settings(
                module.resolve("own/out"),
                Set.of(Area.DIRECTORIES),
                List.of(module.resolve("own")),
                List.of(),
                List.of(),
                Set.of(),
                List.of(module));
        Directories directories = new Directories(settings, new FindingsFile(out));
        Path log = Files.writeString(module.resolve("log"), "a");
        Path gone = Files.writeString(module.resolve("gone"), "a");
        directories.classBegins();
        Files.writeString(log, "ab");
        Files.writeString(module.resolve("new"), "a");
        Files.writeString(module.resolve("own/x"), "a");
        Files.writeString(module.resolve(".git/x"), "a");
        Files.delete(gone);
        directories.classEnds(1);
        Files.writeString(log, "abc");
        directories.classBegins();
        directories.classEnds(2);
        assertEquals(List.of("d 1 changed log", "d 1 created new", "d 1 deleted gone", "w log"), found());
    }
}
