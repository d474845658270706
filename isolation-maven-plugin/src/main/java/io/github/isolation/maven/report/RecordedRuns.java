package io.github.isolation.maven.report;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.SettingNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
        /** The runs of one execution follow each other, and can be compared. */
        Execution execution() {
            return new Execution(run.module(), run.execution(), run.directory());
        }
    }

    private record Execution(String module, String name, String directory) {}

    public RecordedRuns {
        all = all.stream()
                .sorted(Comparator.comparingLong((Recorded one) -> one.run().startedAt()))
                .toList();
    }

    /** Those in an isolation directory. What cannot be read, or is no record, is as if it were not there. */
    public static RecordedRuns in(ForkLayout layout) throws IOException {
        List<Recorded> found = new ArrayList<>();
        if (Files.isDirectory(layout.runs())) {
            try (DirectoryStream<Path> runs = Files.newDirectoryStream(layout.runs())) {
                for (Path run : runs) {
                    Path file = layout.runRecord(String.valueOf(run.getFileName()));
                    if (Files.isRegularFile(file)) {
                        begun(file).ifPresent(found::add);
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
        Optional<Path> records = run.settings().stream()
                .filter(chosen -> chosen.name().equals(SettingNames.HISTORY_DIRECTORY))
                .map(chosen -> Path.of(run.directory()).resolve(chosen.value()))
                .map(kept -> kept.resolve(run.module().replace(':', '/')).resolve("records"))
                .filter(Files::isDirectory)
                .findFirst();
        if (records.isEmpty()) {
            return this;
        }
        List<Recorded> more = new ArrayList<>(all);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(records.get(), "*.jsonl")) {
            files.forEach(file -> begun(file).ifPresent(more::add));
        }
        return new RecordedRuns(more);
    }

    /** The first line of a record. */
    private static Optional<Recorded> begun(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            String line = in.readLine();
            return line != null && Fact.parse(line).orElse(null) instanceof RunFact run
                    ? Optional.of(new Recorded(file, run))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The newest of each execution, in the order in which they were begun. */
    public List<Recorded> newest() {
        Map<Execution, Recorded> newest = new LinkedHashMap<>();
        all.forEach(one -> newest.merge(one.execution(), one, (old, young) -> young));
        return new RecordedRuns(List.copyOf(newest.values())).all();
    }

    /** The one with this id. */
    public Optional<Recorded> named(String id) {
        return all.stream().filter(one -> one.run().run().equals(id)).findFirst();
    }

    /** The run before, of the same module and execution. */
    public Optional<Recorded> before(RunFact run) {
        Execution execution = new Recorded(Path.of(""), run).execution();
        return all.stream()
                .filter(one -> one.execution().equals(execution)
                        && one.run().startedAt() < run.startedAt()
                        && !one.run().run().equals(run.run()))
                .reduce((old, young) -> young);
    }
}
