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

/** Three machines, and what is thought of what they have left. */
abstract class Merges {
    @TempDir
    Path directory;

    final MachineOnDisk one = new MachineOnDisk(1);
    final MachineOnDisk two = new MachineOnDisk(2);
    final MachineOnDisk three = new MachineOnDisk(3);
    Path shards = Path.of("");

    @BeforeEach
    final void makeDirectory() throws IOException {
        shards = Files.createDirectories(directory.resolve("shards"));
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

    /** Those that the merge has written, seen from their directory. */
    final List<String> reports() throws IOException {
        Path reports = directory.resolve("merged/reports");
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> reports.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
