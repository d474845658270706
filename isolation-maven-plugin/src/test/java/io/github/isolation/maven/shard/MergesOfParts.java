package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Three machines, each with a part of one class beside its own classes, and what is thought of them. */
abstract class MergesOfParts extends Merges {
    static final String KEY = MachineOnDisk.KEY;
    static final String REPORT = "g/a/maven-surefire-plugin/default-test/TEST-a.LongTest.xml";

    final DividedOnDisk first = new DividedOnDisk();
    final DividedOnDisk second = new DividedOnDisk();
    final DividedOnDisk third = new DividedOnDisk();
    final List<DividedOnDisk> all = List.of(first, second, third);

    @BeforeEach
    void eachHasAPart() {
        one.divided = first;
        two.divided = second;
        three.divided = third;
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
