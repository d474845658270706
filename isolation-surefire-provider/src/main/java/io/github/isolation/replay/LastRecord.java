package io.github.isolation.replay;

import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the record of the last run of an execution that had something to run. */
public final class LastRecord {
    private record Found(Path file, RunFact run) {}

    private LastRecord() {}

    /** Its facts; none if it is not among these records. */
    static List<Fact> of(Execution execution, List<Path> records) throws IOException {
        for (Found one : newestFirst(execution, records)) {
            List<Fact> facts = RecordReader.read(one.file());
            if (!one.run().classes().isEmpty() || facts.stream().anyMatch(ClassFact.class::isInstance)) {
                return facts;
            }
        }
        return List.of();
    }

    /** Where it is; null if it is not among these records. */
    public static @Nullable Path file(Execution execution, List<Path> records) {
        for (Found one : newestFirst(execution, records)) {
            if (!one.run().classes().isEmpty()) {
                return one.file();
            }
        }
        return null;
    }

    private static List<Found> newestFirst(Execution execution, List<Path> records) {
        List<Found> found = new ArrayList<>();
        for (Path file : records) {
            try {
                RunFact run = RecordReader.readRun(file);
                if (Execution.of(run).isSameAs(execution)) {
                    found.add(new Found(file, run));
                }
            } catch (IOException e) {
                // Of a supervisor that was killed before its first line was written: nothing was run there.
            }
        }
        found.sort(
                Comparator.comparingLong((Found one) -> one.run().startedAt()).reversed());
        return found;
    }
}
