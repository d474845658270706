package io.github.isolation.maven.shard;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.ClassAccount;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.SourceAccount;
import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.audit.ReportNames;
import io.github.isolation.maven.audit.Run;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.MembersFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardRun;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down, at the end of a build, what became of the classes of a shard, and puts beside it what belongs to them: reports, the
 * record of the run, what JaCoCo has measured. One directory is then all that has to leave the machine.
 */
public final class ShardClosing {
    private static final Logger LOG = LoggerFactory.getLogger(ShardClosing.class);

    /** Times of files are as exact as a second or two on some file systems. */
    private static final long GRAIN_MILLIS = 2_000;

    private final ForkLayout layout;
    private final Path module;
    private final String failure;

    /**
     * For a module.
     *
     * @param failure why the build failed; empty if it did not
     */
    public ShardClosing(ForkLayout layout, Path module, String failure) {
        this.layout = layout;
        this.module = module;
        this.failure = failure;
    }

    /**
     * Closes these runs. One whose supervisor was gone before its end gets none here either.
     *
     * @param all runs of the build, of whatever module: several may write to one directory
     * @param target the directory in which JaCoCo's data may be
     * @param since when the build began, in milliseconds since 1970
     * @return the files that were written to
     */
    public List<Path> close(List<Run> runs, List<Begun> all, Path target, long since) throws IOException {
        Set<Path> written = new TreeSet<>();
        for (Run run : runs) {
            Optional<Path> file = fileOf(run.id());
            if (file.isPresent() && close(run, file.get(), nextIn(run, all), later(run, all))) {
                written.add(file.get());
            }
        }
        for (Path file : written) {
            copy(target, "*.exec", since, Long.MAX_VALUE, beside(file).resolve("coverage"));
        }
        return List.copyOf(written);
    }

    /**
     * When and where a run began to write reports.
     *
     * @param module whose run it is
     * @param reports the directory
     * @param millis by the clock of the file system
     * @param sources the test sets that it has reported
     */
    public record Begun(Path module, Path reports, long millis, Set<String> sources) {
        public Begun {
            sources = Set.copyOf(sources);
        }
    }

    /** When and where these runs of this module began. */
    public List<Begun> begun(List<Run> runs) throws IOException {
        List<Begun> begun = new ArrayList<>();
        for (Run run : runs) {
            RunBooks books = BooksFile.read(run.books());
            Set<String> sources = new TreeSet<>();
            books.sources().forEach(source -> sources.add(source.name()));
            begun.add(new Begun(module, reports(run), books.filesMillis, sources));
        }
        return begun;
    }

    /** When another run of this module began that writes to the same directory; what is there since then may be its. */
    private long nextIn(Run run, List<Begun> all) throws IOException {
        return later(run, all).stream()
                .filter(other -> other.module().equals(module))
                .mapToLong(Begun::millis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private List<Begun> later(Run run, List<Begun> all) throws IOException {
        long begun = BooksFile.read(run.books()).filesMillis;
        return all.stream()
                .filter(other -> other.reports().equals(reports(run)) && other.millis() > begun)
                .toList();
    }

    /** Modules may run side by side: of another one, only a report of the same name can be in the place of ours. */
    private boolean isOfAnotherModule(SourceAccount source, Path report, List<Begun> later) throws IOException {
        long written = Files.getLastModifiedTime(report).toMillis();
        return later.stream()
                .anyMatch(other -> !other.module().equals(module)
                        && written >= other.millis()
                        && other.sources().contains(source.name()));
    }

    private Path reports(Run run) {
        return module.resolve(run.header().reports()).normalize();
    }

    private Optional<Path> fileOf(String runId) throws IOException {
        if (Files.isDirectory(layout.shards())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.shards(), "shard-*.jsonl")) {
                for (Path file : files) {
                    if (ShardFile.isOne(file) && ofRun(file, runId).isPresent()) {
                        return Optional.of(file);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ShardRun> ofRun(Path file, String runId) throws IOException {
        return ShardFile.read(file).stream()
                .filter(run -> run.header().id().equals(runId))
                .findFirst();
    }

    private static Path beside(Path file) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replace(".jsonl", ""));
    }

    private boolean close(Run run, Path file, long until, List<Begun> later) throws IOException {
        RunBooks books = BooksFile.read(run.books());
        ShardRun begun = ofRun(file, run.id()).orElseThrow();
        if (!books.isClosed() || begun.end() != null) {
            return false;
        }
        Path own = Files.createDirectories(beside(file).resolve(run.id()));
        List<Fact> facts = List.of();
        String record = "";
        Path recorded = layout.runRecord(run.id());
        if (Files.isRegularFile(recorded)) {
            Path copy = own.resolve("record.jsonl");
            Files.copy(recorded, copy, StandardCopyOption.REPLACE_EXISTING);
            record = seenFrom(file, copy);
            facts = RecordReader.read(copy);
        }
        List<ReportedClass> reported = inParts(
                begun,
                new ShardAccount(books, facts, reports(run, books, until, later, file, own)).of(own(begun, books)));
        List<ClassMembers> members = members(facts);
        ShardFile.end(
                file,
                run.id(),
                reported,
                members,
                new ShardEnd(reported.size(), millis(books, facts), failure(facts), record, members.size()));
        return true;
    }

    /** Failsafe tells nobody of what fails a run without failing a test, where failures of tests are ignored: its record does. */
    private String failure(List<Fact> facts) {
        return !failure.isEmpty()
                ? failure
                : facts.stream()
                        .filter(fact -> fact instanceof NoticeFact notice
                                && notice.level().equals("error"))
                        .map(fact ->
                                ((NoticeFact) fact).text().lines().findFirst().orElse(""))
                        .findFirst()
                        .orElse("");
    }

    /** The same, with the parts that were planned for this shard. */
    private static List<ReportedClass> inParts(ShardRun begun, List<ReportedClass> reported) {
        Map<String, ScannedClass> parts = new TreeMap<>();
        for (ScannedClass scanned : begun.scanned()) {
            if (scanned.of() > 0 && scanned.shard() == begun.header().shard()) {
                parts.put(scanned.name(), scanned);
            }
        }
        return reported.stream()
                .map(one -> {
                    ScannedClass part = one.state() == State.BESIDES ? null : parts.get(one.name());
                    return part == null ? one : one.ofPart(part.part(), part.of());
                })
                .toList();
    }

    private static List<ClassMembers> members(List<Fact> facts) {
        return facts.stream()
                .filter(MembersFact.class::isInstance)
                .map(fact -> ClassMembers.of((MembersFact) fact))
                .toList();
    }

    /** What it was to run: of a queue, only its books know. */
    private static List<String> own(ShardRun begun, RunBooks books) {
        return begun.header().isOfQueue()
                ? books.classes().stream()
                        .filter(of -> of.promised > 0)
                        .map(ClassAccount::name)
                        .toList()
                : begun.own();
    }

    private static long millis(RunBooks books, List<Fact> facts) {
        return facts.stream()
                .filter(EndFact.class::isInstance)
                .mapToLong(fact -> ((EndFact) fact).at())
                .findFirst()
                .orElse(Math.max(0, books.endedMillis - books.header().begunMillis()));
    }

    /** The reports that this run has written. */
    private ShardAccount.Reports reports(Run run, RunBooks books, long until, List<Begun> later, Path file, Path own)
            throws IOException {
        Path copies = own.resolve("reports");
        Map<String, Path> byName = new HashMap<>();
        if (!run.header().reports().isEmpty()) {
            for (Path copy : copy(reports(run), "TEST-*.xml", books.filesMillis - GRAIN_MILLIS, until, copies)) {
                String name = String.valueOf(copy.getFileName());
                byName.put(name, copy);
                byName.putIfAbsent(ReportNames.file(name), copy);
            }
        }
        Map<String, ShardAccount.Report> read = new TreeMap<>();
        for (SourceAccount source : books.sources()) {
            Path copy = find(byName, source, run.header().suffix());
            if (copy != null && !isOfAnotherModule(source, reports(run).resolve(copy.getFileName()), later)) {
                read.put(
                        source.name(),
                        new ShardAccount.Report(seenFrom(file, copy), FileDigest.sha256(copy), counts(copy)));
            }
        }
        return source -> Optional.ofNullable(read.get(source.name()));
    }

    /** One that no parser takes is a report all the same: then what Maven was told is what counts. */
    private static @Nullable Counts counts(Path report) {
        try {
            return ReportCases.read(report).counts();
        } catch (IOException e) {
            LOG.warn("isolation: {}; what Maven was told of its tests counts", e.getMessage());
            return null;
        }
    }

    /** By its name; where no file has that, by what becomes of the name on a file system that does not tell A from a. */
    private static @Nullable Path find(Map<String, Path> byName, SourceAccount source, String suffix) {
        List<String> names = new ArrayList<>(List.of(source.name()));
        names.addAll(source.names());
        names.addAll(source.displayNames());
        List<String> reports =
                names.stream().map(name -> ReportNames.report(name, suffix)).toList();
        return Stream.concat(reports.stream(), reports.stream().map(ReportNames::file))
                .map(byName::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String seenFrom(Path file, Path other) {
        return file.toAbsolutePath()
                .resolveSibling("")
                .relativize(other.toAbsolutePath())
                .toString()
                .replace('\\', '/');
    }

    /** Copies what was written in this time, by the clock of the file system. */
    private static List<Path> copy(Path from, String which, long since, long until, Path to) throws IOException {
        List<Path> copies = new ArrayList<>();
        if (Files.isDirectory(from)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(from, which)) {
                for (Path file : files) {
                    long written = Files.getLastModifiedTime(file).toMillis();
                    if (written >= since && written < until) {
                        Files.createDirectories(to);
                        Path copy = to.resolve(file.getFileName());
                        copies.add(Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING));
                    }
                }
            }
        }
        return copies;
    }
}
