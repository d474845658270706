package io.github.isolation.replay;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the record of the last run of an execution that had something to run, and is over. */
final class LastRecord {
    private record Found(Path file, RunFact run) {}

    private LastRecord() {}

    /** Its facts; none if there is no such record. */
    static List<Fact> of(Execution execution, ForkLayout layout) throws IOException {
        List<Found> found = new ArrayList<>();
        if (Files.isDirectory(layout.runs())) {
            try (DirectoryStream<Path> runs = Files.newDirectoryStream(layout.runs())) {
                for (Path run : runs) {
                    look(run, execution, layout, found);
                }
            }
        }
        found.sort(
                Comparator.comparingLong((Found one) -> one.run().startedAt()).reversed());
        for (Found one : found) {
            List<Fact> facts = RecordReader.read(one.file());
            if (!one.run().classes().isEmpty() || facts.stream().anyMatch(ClassFact.class::isInstance)) {
                return facts;
            }
        }
        return List.of();
    }

    /** What cannot be read is of a supervisor that was killed before its first line was written: nothing was run there. */
    private static void look(Path directory, Execution execution, ForkLayout layout, List<Found> found)
            throws IOException {
        String id = String.valueOf(directory.getFileName());
        Path file = layout.runRecord(id);
        if (!Files.isRegularFile(file) || RunHold.isAlive(layout.runLock(id))) {
            return;
        }
        try {
            RunFact run = RecordReader.readRun(file);
            if (Execution.of(run).isSameAs(execution)) {
                found.add(new Found(file, run));
            }
        } catch (IOException e) {
            // See above.
        }
    }
}
