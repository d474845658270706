package io.github.isolation.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.record.MemberTimes.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of members of classes, and what a run takes away of it: nothing that it has not seen. */
class MemberTimesTest {
    private static final String KEY = "g:a/maven-surefire-plugin/default-test";

    @TempDir
    Path directory;

    private Path file() {
        return MemberTimes.beside(directory.resolve("cache/class-times"));
    }

    private static Seen seen(String key, String name, List<String> found, Map<String, Long> millis) {
        return new Seen(key, name, true, found, millis);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        MemberTimes.add(
                file(),
                List.of(
                        seen(
                                KEY,
                                "a.A",
                                List.of("method:a(int, long)", "b"),
                                Map.of("method:a(int, long)", 7L, "b", 0L)),
                        seen("g:b/s/t", "a.A", List.of("c"), Map.of("c", 9L))));
        assertEquals(
                List.of("7 " + KEY + " a.A method:a(int, long)", "0 " + KEY + " a.A b", "9 g:b/s/t a.A c").stream()
                        .sorted()
                        .toList(),
                Files.readAllLines(file()).stream().sorted().toList());
        assertEquals(Map.of("a.A", Map.of("method:a(int, long)", 7L, "b", 0L)), MemberTimes.read(file(), KEY));
        assertEquals(Map.of("a.A", Map.of("c", 9L)), MemberTimes.read(file(), "g:b/s/t"));
        assertEquals(Map.of(), MemberTimes.read(file(), "g:c/s/t"));
    }

    @Test
    void aFileOfOneExecutionHasNoKeys() throws IOException {
        MemberTimes.add(file(), List.of(seen("", "a.A", List.of("x y"), Map.of("x y", 3L))));
        assertEquals(List.of("3 a.A x y"), Files.readAllLines(file()));
        assertEquals(Map.of("a.A", Map.of("x y", 3L)), MemberTimes.read(file(), ""));
    }

    @Test
    void aRunOfSomeTestsTakesNothingAwayOfTheOthers() throws IOException {
        MemberTimes.add(
                file(),
                List.of(
                        seen("", "a.A", List.of("b", "c", "gone"), Map.of("b", 1L, "c", 2L, "gone", 3L)),
                        seen("", "a.AB", List.of("d"), Map.of("d", 4L))));
        MemberTimes.add(file(), List.of(seen("", "a.A", List.of("b", "c", "new"), Map.of("c", 20L))));
        assertEquals(Map.of("a.A", Map.of("b", 1L, "c", 20L), "a.AB", Map.of("d", 4L)), MemberTimes.read(file(), ""));
    }

    @Test
    void aClassThatNobodyCanDivideAnyMoreIsForgotten() throws IOException {
        MemberTimes.add(
                file(),
                List.of(
                        seen("", "a.A", List.of("b"), Map.of("b", 1L)),
                        seen("", "a.A$B", List.of("d"), Map.of("d", 4L))));
        MemberTimes.add(file(), List.of(new Seen("", "a.A", false, List.of("b"), Map.of("b", 1L))));
        assertEquals(Map.of("a.A$B", Map.of("d", 4L)), MemberTimes.read(file(), ""));
    }

    @Test
    void nothingIsWrittenWhereThereIsNothing() throws IOException {
        MemberTimes.add(file(), List.of(new Seen("", "a.A", false, List.of(), Map.of())));
        assertFalse(Files.exists(file()));
    }
}
