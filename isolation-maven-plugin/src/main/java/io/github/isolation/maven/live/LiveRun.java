package io.github.isolation.maven.live;

import io.github.isolation.books.BooksFile;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.record.HowFar;
import io.github.isolation.record.Progress;
import io.github.isolation.record.UsualTimes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The tests of one execution of Surefire or Failsafe, from before they begin. Not thread-safe. */
final class LiveRun implements AutoCloseable {
    private final ForkLayout layout;
    private final Path classTimes;
    private final String maven;
    private final LongSupplier nanoTime;
    private final Set<Path> others;
    private @Nullable GrowingRecord record;

    /**
     * Of an execution that is going to begin.
     *
     * @param classTimes the file that says how long classes took when they ran last
     * @param maven the process id of this build; other builds may use the same directory
     */
    LiveRun(ForkLayout layout, Path classTimes, String maven, LongSupplier nanoTime) throws IOException {
        this.layout = layout;
        this.classTimes = classTimes;
        this.maven = maven;
        this.nanoTime = nanoTime;
        this.others = runs();
    }

    /** How far it is; empty before the first test. */
    Optional<HowFar> howFar() throws IOException {
        if (record == null) {
            record = find();
        }
        return record == null ? Optional.empty() : Optional.of(record.howFar());
    }

    private @Nullable GrowingRecord find() throws IOException {
        for (Path run : runs()) {
            Path file = layout.runRecord(String.valueOf(run.getFileName()));
            if (!others.contains(run) && Files.exists(file)) {
                Optional<String> of = mavenOf(run.resolve(BooksFile.NAME));
                if (of.isPresent() && (of.get().isEmpty() || of.get().equals(maven))) {
                    return new GrowingRecord(file, new Progress(UsualTimes.read(classTimes)), nanoTime);
                }
            }
        }
        return null;
    }

    private static Optional<String> mavenOf(Path books) {
        try {
            return Optional.of(BooksFile.readHeader(books).maven());
        } catch (IOException e) {
            return Optional.empty(); // not yet
        }
    }

    private Set<Path> runs() throws IOException {
        Set<Path> runs = new HashSet<>();
        if (Files.isDirectory(layout.runs())) {
            try (DirectoryStream<Path> directories = Files.newDirectoryStream(layout.runs())) {
                directories.forEach(runs::add);
            }
        }
        return runs;
    }

    @Override
    public void close() throws IOException {
        if (record != null) {
            record.close();
        }
    }
}
