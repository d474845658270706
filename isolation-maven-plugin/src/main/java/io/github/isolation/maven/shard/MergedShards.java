package io.github.isolation.maven.shard;

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
 * @param summary the last line
 */
public record MergedShards(Verdict verdict, List<String> problems, List<String> notes, String summary) {
    /**
     * Puts them together, and writes what is made of them.
     *
     * @param shards where they are, at any depth
     * @param directory where the result is to be; what was there is removed
     * @param classTimes what was known of times, and is brought up to date; null if there is no such file
     * @param environment in which CI may name a file for a summary
     * @throws IOException if something cannot be read or written
     */
    public static MergedShards of(
            Path shards, Path directory, @Nullable Path classTimes, Map<String, String> environment)
            throws IOException {
        ShardFolder folder = ShardFolder.read(shards);
        Merge merge = Merge.of(folder, MergedFiles.evidence());
        MergedFiles files = new MergedFiles(directory);
        files.clean();
        files.copyReports(merge.chosen());
        List<String> notes = new ArrayList<>(merge.notes());
        merge.flaky().forEach(line -> notes.add("flaky: " + line));
        notes.addAll(files.writePage(merge.chosen(), environment));
        if (files.copyCoverage(folder.coverage()) > 0) {
            Set<String> lost = new TreeSet<>(merge.uncovered());
            lost.addAll(MergedFiles.lostCoverage(merge.chosen()));
            if (!lost.isEmpty()) {
                notes.add("coverage is not whole: it died with a worker or a machine that ran "
                        + Agreement.some(List.copyOf(lost)));
            }
        }
        MergedTimes times = MergedTimes.of(classTimes == null ? files.classTimes() : classTimes, merge.chosen());
        times.write(files.classTimes());
        if (classTimes != null) {
            times.write(classTimes);
        }
        notes.add("reports: " + files.reports() + "; page: " + files.page() + "; times of " + times.size()
                + " classes: " + (classTimes == null ? files.classTimes() : classTimes));
        return new MergedShards(merge.verdict(), merge.problems(), notes, merge.summary());
    }
}
