package io.github.isolation.maven.shard;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.maven.report.ShownRun;
import io.github.isolation.maven.report.Together;
import io.github.isolation.queue.RunAccount;
import io.github.isolation.queue.RunName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All shards of a build, put together.
 *
 * @param problems what is wrong, the worst first, a line each
 * @param notes what else is to be known, a line each
 * @param undone what could not be written, and why, a line each: the verdict holds without it
 * @param summary the last line
 */
public record MergedShards(
        Verdict verdict, List<String> problems, List<String> notes, List<String> undone, String summary) {
    /** A run as its queue knows it. */
    public record Queue(RunName name, List<RunAccount> accounts) {}

    /** Those of a build without a queue. */
    static MergedShards of(Path shards, Path directory, @Nullable Path classTimes, Map<String, String> environment)
            throws IOException {
        return of(shards, null, directory, classTimes, environment);
    }

    /**
     * Puts them together, and writes what is made of them.
     *
     * @param shards where they are, at any depth; null if nothing but the queue is looked at
     * @param queue what machines that share a queue have told it; null if there is none
     * @param directory where the result is to be; what was there is removed
     * @param classTimes what was known of times, and is brought up to date; null if there is no such file
     * @param environment in which CI may name a file for a summary
     * @throws IOException if what is there cannot be read
     */
    public static MergedShards of(
            @Nullable Path shards,
            @Nullable Queue queue,
            Path directory,
            @Nullable Path classTimes,
            Map<String, String> environment)
            throws IOException {
        ShardFolder folder = shards == null ? new ShardFolder(List.of(), List.of()) : ShardFolder.read(shards);
        MergedFiles files = new MergedFiles(directory);
        files.clean();
        List<String> contradictions = List.of();
        List<String> ofQueue = List.of();
        if (queue != null) {
            QueueReports reports = QueueReports.of(queue.name(), queue.accounts(), folder.runs(), directory);
            List<String> missing = new ArrayList<>(folder.unreadable());
            missing.addAll(reports.missing());
            folder = new ShardFolder(reports.runs(), missing);
            contradictions = reports.contradictions();
            ofQueue = reports.notes();
        }
        Merge merge = Merge.of(folder, MergedFiles.evidence(), contradictions);
        List<String> notes = new ArrayList<>(merge.notes());
        notes.addAll(ofQueue);
        merge.flaky().forEach(line -> notes.add("flaky: " + line));
        return new Writing(merge, files, classTimes, notes).all(environment);
    }

    /** What is made of a merge, one after the other: none of it that goes wrong keeps the rest, or the verdict, from anybody. */
    private static final class Writing {
        private final Merge merge;
        private final MergedFiles files;
        private final @Nullable Path classTimes;
        private final List<String> notes;
        private final List<String> undone = new ArrayList<>();
        private String timesOf = "";

        Writing(Merge merge, MergedFiles files, @Nullable Path classTimes, List<String> notes) {
            this.merge = merge;
            this.files = files;
            this.classTimes = classTimes;
            this.notes = notes;
        }

        private interface Part {
            void write() throws IOException;
        }

        MergedShards all(Map<String, String> environment) {
            attempt("the reports", () -> new MergedReports(files.reports()).copy(merge.chosen()));
            attempt("coverage", this::coverage);
            attempt("times of classes", this::times);
            String page;
            try {
                page = page(environment) ? "page: " + files.page() : "no page, since no machine has left a record";
            } catch (IOException | RuntimeException e) {
                page = "no page, or no summary: " + why(e);
            }
            notes.add("reports: " + files.reports() + "; " + page + timesOf);
            return new MergedShards(merge.verdict(), merge.problems(), notes, undone, merge.summary());
        }

        private void attempt(String what, Part part) {
            try {
                part.write();
            } catch (IOException | RuntimeException e) {
                undone.add(what + " could not be written: " + why(e));
            }
        }

        private static String why(Exception e) {
            return e instanceof IOException failure ? FileErrors.text(failure) : e.toString();
        }

        private void coverage() throws IOException {
            if (files.copyCoverage(merge.chosen()) > 0) {
                Set<String> lost = new TreeSet<>(merge.uncovered());
                lost.addAll(MergedFiles.lostCoverage(merge.chosen()));
                if (!lost.isEmpty()) {
                    notes.add("coverage is not whole: it died with a worker or a machine that ran "
                            + Agreement.some(List.copyOf(lost)));
                }
            }
        }

        private void times() throws IOException {
            MeasuredClasses measured = MeasuredClasses.of(merge.chosen());
            Path known = classTimes == null ? files.classTimes() : classTimes;
            MergedTimes times = MergedTimes.of(known, measured.classes());
            times.write(files.classTimes());
            MergedTimes.addMembers(known, measured.members());
            if (classTimes != null) {
                times.write(classTimes);
                files.copyMemberTimes(classTimes);
            }
            timesOf = "; times of " + times.size() + " classes: " + known;
        }

        /** Whether there is one. */
        private boolean page(Map<String, String> environment) throws IOException {
            List<ShownRun> shown = MergedFiles.shown(merge.chosen(), notes);
            Together together = new Together(
                    merge.verdict().name(), merge.verdict() == Verdict.GREEN, merge.summary(), merge.problems(), notes);
            return files.writePage(together, shown, environment);
        }
    }
}
