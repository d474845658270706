package io.github.isolation.maven.report;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records that runs have left.
 *
 * @param all the oldest first
 */
public record RecordedRuns(List<Recorded> all) {
    /**
     * One of them, of which only the first line was read.
     *
     * @param file the record
     */
    public record Recorded(Path file, RunFact run) {
        /** The runs of one execution follow each other, and can be compared: what they have in common. */
        String execution() {
            return String.join("\n", run.module(), run.execution(), run.directory());
        }
    }

    public RecordedRuns {
        List<Recorded> sorted = new ArrayList<>(all);
        sorted.sort(
                (one, other) -> Long.compare(one.run().startedAt(), other.run().startedAt()));
        all = List.copyOf(sorted);
    }

    /** Those in an isolation directory. What cannot be read, or is no record, is as if it were not there. */
    public static RecordedRuns in(ForkLayout layout) throws IOException {
        List<Recorded> found = new ArrayList<>();
        if (Files.isDirectory(layout.runs())) {
            try (DirectoryStream<Path> runs = Files.newDirectoryStream(layout.runs())) {
                for (Path run : runs) {
                    Path file = layout.runRecord(String.valueOf(run.getFileName()));
                    if (Files.isRegularFile(file)) {
                        addBegun(file, found);
                    }
                }
            }
        }
        return new RecordedRuns(found);
    }

    /**
     * These, and what is left of the same module's where nobody cleans, if a run was told to keep its record there.
     *
     * @throws IOException if that place cannot be read
     */
    RecordedRuns andThoseKept(RunFact run) throws IOException {
        List<Recorded> more = new ArrayList<>(all);
        for (RunFact.Chosen chosen : run.settings()) {
            if (chosen.name().equals(SettingNames.HISTORY_DIRECTORY)) {
                Path kept = Path.of(run.directory()).resolve(chosen.value());
                Path records = kept.resolve(run.module().replace(':', '/')).resolve("records");
                if (Files.isDirectory(records)) {
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(records, "*.jsonl")) {
                        for (Path file : files) {
                            addBegun(file, more);
                        }
                    }
                }
            }
        }
        return new RecordedRuns(more);
    }

    /** Adds a record whose first line says what was run. */
    private static void addBegun(Path file, List<Recorded> found) {
        try {
            found.add(new Recorded(file, RecordReader.readRun(file)));
        } catch (IOException e) {
            // No record, or one that cannot be read.
        }
    }

    /** The newest of each execution, in the order in which they were begun. */
    public List<Recorded> newest() {
        Map<String, Recorded> newest = new LinkedHashMap<>();
        for (Recorded one : all) {
            newest.put(one.execution(), one);
        }
        return new RecordedRuns(List.copyOf(newest.values())).all();
    }

    /** The one with this id. */
    public Optional<Recorded> named(String id) {
        return all.stream().filter(one -> one.run().run().equals(id)).findFirst();
    }

    /** The run before, of the same module and execution. */
    public Optional<Recorded> before(RunFact run) {
        String execution = new Recorded(Path.of(""), run).execution();
        Recorded before = null;
        for (Recorded one : all) {
            if (one.execution().equals(execution)
                    && one.run().startedAt() < run.startedAt()
                    && !one.run().run().equals(run.run())) {
                before = one;
            }
        }
        return Optional.ofNullable(before);
    }
}
