package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Three machines, each with a part of one class beside its own classes, and what is thought of them. */
abstract class MergesOfParts {
    static final String KEY = MachineOnDisk.KEY;
    static final String REPORT = "g/a/maven-surefire-plugin/default-test/TEST-a.LongTest.xml";

    @TempDir
    Path directory;

    final MachineOnDisk one = new MachineOnDisk(1);
    final MachineOnDisk two = new MachineOnDisk(2);
    final MachineOnDisk three = new MachineOnDisk(3);
    final DividedOnDisk first = new DividedOnDisk();
    final DividedOnDisk second = new DividedOnDisk();
    final DividedOnDisk third = new DividedOnDisk();
    final List<DividedOnDisk> all = List.of(first, second, third);
    Path shards = Path.of("");

    @BeforeEach
    void eachHasAPart() throws IOException {
        shards = Files.createDirectories(directory.resolve("shards"));
        one.divided = first;
        two.divided = second;
        three.divided = third;
    }

    final void allLeave() throws IOException {
        one.leaves(shards);
        two.leaves(shards);
        three.leaves(shards);
    }

    final MergedShards merged() throws IOException {
        return MergedShards.of(shards, directory.resolve("merged"), null, Map.of());
    }

    /** These problems, in this order, and no others. */
    final MergedShards assertVerdict(Verdict verdict, String... problems) throws IOException {
        MergedShards merged = merged();
        assertEquals(verdict, merged.verdict(), () -> "" + merged);
        assertEquals(problems.length, merged.problems().size(), () -> "" + merged.problems());
        for (int i = 0; i < problems.length; i++) {
            String expected = problems[i];
            assertTrue(merged.problems().get(i).contains(expected), () -> expected + " in " + merged.problems());
        }
        return merged;
    }

    final MergedShards assertOnce(int classes, Verdict verdict, String... problems) throws IOException {
        MergedShards merged = assertVerdict(verdict, problems);
        String line = "7 classes planned, " + classes + " reported once (1 in 3 parts), ";
        assertTrue(merged.summary().startsWith(line), merged::summary);
        return merged;
    }

    final List<String> lines(String file) throws IOException {
        Path path = directory.resolve("merged").resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    final List<String> ofLongTest(String file) throws IOException {
        return lines(file).stream()
                .filter(line -> line.contains(DividedOnDisk.NAME))
                .toList();
    }

    final Path joined() {
        return directory.resolve("merged/reports").resolve(REPORT);
    }

    final void clear() throws IOException {
        try (Stream<Path> files = Files.walk(shards)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
