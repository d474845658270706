package io.github.isolation.supervisor;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import io.github.isolation.record.UsualTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of earlier runs: so many directories under {@code target}, and so many records where nobody cleans, if the user has
 * named such a place. In a supervisor, after its run.
 */
public final class RunHistory {
    private static final String RECORDS = "records";

    private record Old(Path directory, RunHeader header) {}

    private final ForkLayout layout;
    private final @Nullable Path directory;
    private final int keep;

    /**
     * For a module.
     *
     * @param directory where its records are kept as well; null for nowhere
     * @param keep how many of earlier builds stay
     */
    public RunHistory(ForkLayout layout, @Nullable Path directory, int keep) {
        this.layout = layout;
        this.directory = directory;
        this.keep = keep;
    }

    /** Where it is kept how long classes took. */
    public Path classTimes() {
        return directory == null ? layout.classTimes() : directory.resolve(UsualTimes.NAME);
    }

    /** The records of runs that are over, in no order; one that is kept in both places is there twice. */
    public List<Path> records() throws IOException {
        List<Path> records = new ArrayList<>();
        for (Path run : list(layout.runs())) {
            String id = String.valueOf(run.getFileName());
            Path record = layout.runRecord(id);
            if (Files.isRegularFile(record) && !RunHold.isAlive(layout.runLock(id))) {
                records.add(record);
            }
        }
        for (Path record : directory == null ? List.<Path>of() : list(directory.resolve(RECORDS))) {
            if (record.toString().endsWith(".jsonl")) {
                records.add(record);
            }
        }
        return records;
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /**
     * Keeps the record of a run that is over, and removes what is too old.
     *
     * @param maven the process id of the build, whose other runs stay: it still reads them
     * @throws IOException that says what could not be kept or removed
     */
    public void add(String runId, String maven, long startedAt) throws IOException {
        removeOld(maven);
        Path record = layout.runRecord(runId);
        if (directory != null && Files.exists(record)) {
            Path records = Files.createDirectories(directory.resolve(RECORDS));
            // In the order of their names.
            Path kept = records.resolve(String.format(Locale.ROOT, "%015d-%s.jsonl", startedAt, runId));
            Path copy = records.resolve(runId + ".tmp");
            Files.copy(record, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
            removeOldRecords(records);
        }
    }

    private void removeOldRecords(Path records) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(records)) {
            all = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        for (Path tooOld : all.subList(0, Math.max(0, all.size() - keep - 1))) {
            Files.deleteIfExists(tooOld);
        }
    }

    private void removeOld(String maven) throws IOException {
        List<Old> earlier = new ArrayList<>();
        try (Stream<Path> directories = Files.list(layout.runs())) {
            for (Path run : directories.toList()) {
                Path books = run.resolve(BooksFile.NAME);
                if (Files.exists(books)) {
                    RunHeader header = BooksFile.readHeader(books);
                    if (!header.maven().equals(maven)) {
                        earlier.add(new Old(run, header));
                    }
                }
            }
        }
        earlier.sort((one, other) ->
                Long.compare(one.header().begunMillis(), other.header().begunMillis()));
        for (Old old : earlier.subList(0, Math.max(0, earlier.size() - keep))) {
            String id = String.valueOf(old.directory().getFileName());
            if (!RunHold.isAlive(layout.runLock(id))) {
                FileTrees.delete(old.directory());
            }
        }
    }
}
