package io.github.isolation.maven.audit;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run that has left books.
 *
 * @param id its name
 * @param directory where it has left them
 * @param header how they begin
 */
public record Run(String id, Path directory, RunHeader header) {

    /** All runs of all builds that are still there, the first one first. */
    public static List<Run> all(ForkLayout layout) throws IOException {
        List<Run> runs = new ArrayList<>();
        if (Files.isDirectory(layout.runs())) {
            try (DirectoryStream<Path> directories = Files.newDirectoryStream(layout.runs())) {
                for (Path directory : directories) {
                    Optional<Run> run = look(directory);
                    if (run.isPresent()) {
                        runs.add(run.get());
                    }
                }
            }
        }
        runs.sort((one, other) ->
                Long.compare(one.header().begunMillis(), other.header().begunMillis()));
        return runs;
    }

    /** Empty where there are no books, or none that say whose they are, as when a disk was full. */
    private static Optional<Run> look(Path directory) {
        Path books = directory.resolve(BooksFile.NAME);
        try {
            return Files.exists(books)
                    ? Optional.of(
                            new Run(String.valueOf(directory.getFileName()), directory, BooksFile.readHeader(books)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Its books. */
    public Path books() {
        return directory.resolve(BooksFile.NAME);
    }

    /** Whether a build began it. A process id alone is not enough: a daemon runs one build after the other. */
    public boolean isOf(long maven, long startMillis, Path module) {
        return (header.maven().isEmpty() || header.maven().equals(Long.toString(maven)))
                && header.begunMillis() >= startMillis
                && (header.module().isEmpty()
                        || Path.of(header.module()).normalize().equals(module));
    }

    /** Whether it wrote reports after another had begun, as a second build in the same directory does. */
    boolean wroteSince(Run other, ForkLayout layout) throws IOException {
        if (header.begunMillis() >= other.header.begunMillis() || RunHold.isAlive(layout.runLock(id))) {
            return true;
        }
        try {
            return BooksFile.readEnd(books()).endedMillis >= other.header.begunMillis();
        } catch (IOException e) {
            return false; // it died while it wrote them, in an earlier build
        }
    }
}
