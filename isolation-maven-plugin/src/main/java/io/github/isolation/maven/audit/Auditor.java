package io.github.isolation.maven.audit;

import io.github.isolation.books.BooksCheck;
import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunBooks;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the runs of one module that were not looked at before. */
public final class Auditor {
    /** Times of files are as exact as a second or two on some file systems. */
    private static final long GRAIN_MILLIS = 2_000;

    private record Read(Run run, RunBooks books) {}

    private final ForkLayout layout;
    private final Path module;
    private final List<String> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** For a module with these forks. */
    public Auditor(ForkLayout layout, Path module) {
        this.layout = layout;
        this.module = module;
    }

    /** What differs, a line each. */
    public List<String> differences() {
        return differences;
    }

    /** What could not be compared, and why, a line each. */
    public List<String> notes() {
        return notes;
    }

    /** Compares these runs of a build, of all that there are. */
    public void audit(List<Run> ofThisBuild, List<Run> all) throws IOException {
        Map<Path, List<Read>> byReports = new LinkedHashMap<>();
        for (Run run : ofThisBuild) {
            Optional<RunBooks> books = read(run);
            if (books.isPresent()) {
                for (String line : BooksCheck.differences(books.get())) {
                    differences.add(line + " (run " + run.id() + ")");
                }
                if (isComparable(run, books.get())) {
                    byReports
                            .computeIfAbsent(reports(run), key -> new ArrayList<>())
                            .add(new Read(run, books.get()));
                }
            }
        }
        List<Run> others = others(ofThisBuild, all);
        for (Map.Entry<Path, List<Read>> runs : byReports.entrySet()) {
            compare(runs.getKey(), runs.getValue(), others);
        }
    }

    /** By their names: a JVM that has just begun takes longer to compare two records than for all else here. */
    private static List<Run> others(List<Run> ofThisBuild, List<Run> all) {
        Set<String> known = new HashSet<>();
        for (Run run : ofThisBuild) {
            known.add(run.id());
        }
        List<Run> others = new ArrayList<>();
        for (Run run : all) {
            if (!known.contains(run.id())) {
                others.add(run);
            }
        }
        return others;
    }

    private Path reports(Run run) {
        return module.resolve(run.header().reports()).normalize();
    }

    private Optional<RunBooks> read(Run run) {
        try {
            return Optional.of(BooksFile.read(run.books()));
        } catch (IOException e) {
            differences.add("the supervisor was gone before it had closed its books: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isComparable(Run run, RunBooks books) {
        String unlike = books.cancelled
                ? "Maven ended the fork"
                : books.clockSetBack
                        ? "the clock was set back while the tests ran, so nobody can tell them from older ones"
                        : run.header().reports().isEmpty()
                                ? "it is not known where they are"
                                : run.header().unlike();
        if (!unlike.isEmpty()) {
            notes.add("the report files of run " + run.id() + " are not compared with what was run: " + unlike);
        }
        return unlike.isEmpty() && books.isClosed();
    }

    private void compare(Path reports, List<Read> runs, List<Run> others) throws IOException {
        Read first = runs.get(0);
        for (Run other : others) {
            if (reports(other).equals(reports) && other.wroteSince(first.run, layout)) {
                notes.add("the report files in " + reports + " are not compared with what was run: another build (run "
                        + other.id() + ") wrote its own there at the same time");
                return;
            }
        }
        ReportFiles files = ReportFiles.read(reports, first.books.filesMillis - GRAIN_MILLIS);
        for (Path file : files.unreadable()) {
            notes.add("the report file " + file + " cannot be read, and is not compared");
        }
        List<RunBooks> books = new ArrayList<>();
        for (Read run : runs) {
            books.add(run.books);
        }
        for (String line : Audit.compare(books, files)) {
            differences.add(line + " (" + reports + ")");
        }
    }
}
