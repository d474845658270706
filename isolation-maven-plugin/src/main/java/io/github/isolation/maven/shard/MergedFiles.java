package io.github.isolation.maven.shard;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.maven.report.RecordedRuns;
import io.github.isolation.maven.report.ReportFiles;
import io.github.isolation.maven.report.ShownRun;
import io.github.isolation.maven.report.Together;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.MemberTimes;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.WorkerFact;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ShardEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is made of all shards, in one directory: their reports, a page of their records, how long classes took, their coverage. */
final class MergedFiles {
    private final Path directory;

    MergedFiles(Path directory) {
        this.directory = directory;
    }

    /** Where the XML reports are, each in the directories of its execution: groupId, artifactId, plugin, execution. */
    Path reports() {
        return directory.resolve("reports");
    }

    /** The page. */
    Path page() {
        return directory.resolve("report").resolve("index.html");
    }

    /** How long each class took. */
    Path classTimes() {
        return directory.resolve("class-times");
    }

    /** What JaCoCo has measured, a file of each shard and module. */
    Path coverage() {
        return directory.resolve("coverage");
    }

    /** Removes what an earlier merge has left. */
    void clean() throws IOException {
        if (Files.isDirectory(directory)) {
            FileTrees.delete(directory);
        }
        Files.createDirectories(reports());
    }

    /** Copies what is known of the members of classes. */
    void copyMemberTimes(Path classTimes) throws IOException {
        Path file = MemberTimes.beside(classTimes.toAbsolutePath());
        if (Files.isRegularFile(file)) {
            Files.copy(file, MemberTimes.beside(classTimes()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Copies what JaCoCo has measured in these runs, under names that say where it was. */
    int copyCoverage(List<Shipped> runs) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Shipped one : runs) {
            files.addAll(one.coverage()); // the runs of a module share theirs
        }
        int number = 0;
        for (Path file : files) {
            Files.createDirectories(coverage());
            Files.copy(file, coverage().resolve(++number + "-" + file.getFileName()));
        }
        return number;
    }

    /**
     * Reads the records of these runs, in the order in which a page shows them.
     *
     * @param lines to which is added what cannot be shown, a line each
     */
    static List<ShownRun> shown(List<Shipped> runs, List<String> lines) throws IOException {
        MachineNames names = MachineNames.of(runs);
        List<ShownRun> shown = new ArrayList<>();
        for (Shipped one : names.sorted(runs)) {
            Path record = record(one);
            if (record == null) {
                lines.add(one.title() + " has no record, and is not on the page");
                continue;
            }
            try {
                shown.add(ShownRun.read(record, new RecordedRuns(List.of())).on(names.of(one.header())));
            } catch (IOException e) {
                lines.add("not on the page: " + e.getMessage());
            }
        }
        return shown;
    }

    /**
     * Makes the page of these runs, if there are any, and a summary where CI wants one.
     *
     * @param environment in which CI may name a file for a summary
     * @return whether there is a page
     */
    boolean writePage(Together together, List<ShownRun> runs, Map<String, String> environment) throws IOException {
        if (!runs.isEmpty()) {
            ReportFiles.write(together, runs, page());
        }
        ReportFiles.summarize(together, runs, environment);
        return !runs.isEmpty();
    }

    private static @Nullable Path record(Shipped one) {
        ShardEnd end = one.run().end();
        Path record = end == null || end.record().isEmpty() ? null : one.beside(end.record());
        return record != null && Files.isRegularFile(record) ? record : null;
    }

    /** The classes of workers that did not end by themselves: JaCoCo writes down what they covered only then. */
    static Set<String> lostCoverage(List<Shipped> runs) throws IOException {
        Set<String> lost = new TreeSet<>();
        for (Shipped one : runs) {
            Path record = record(one);
            if (record != null) {
                List<Fact> facts = RecordReader.read(record);
                Set<Integer> dead = new LinkedHashSet<>();
                for (Fact fact : facts) {
                    if (fact instanceof WorkerFact worker
                            && Set.of("crashed", "out of memory", "timed out").contains(worker.how())) {
                        dead.add(worker.worker());
                    }
                }
                for (Fact fact : facts) {
                    if (fact instanceof ClassFact handed && dead.contains(handed.worker())) {
                        lost.add(handed.className());
                    }
                }
            }
        }
        return lost;
    }

    /** The reports as they have arrived. */
    static Merge.Evidence evidence() {
        return new Merge.Evidence() {
            @Override
            public String sha256(Shipped shard, ReportedClass reported) {
                try {
                    return Digests.of(Files.readAllBytes(shard.beside(reported.file())));
                } catch (IOException e) {
                    return "";
                }
            }

            @Override
            public List<String> failed(Shipped shard, ReportedClass reported) {
                try {
                    return reported.file().isEmpty()
                            ? List.of()
                            : ReportCases.read(shard.beside(reported.file())).failed();
                } catch (IOException e) {
                    return List.of();
                }
            }
        };
    }
}
