package io.github.isolation.findings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows from what the agents of some workers have written down. The same from run to run, as long as tests do the same.
 *
 * @param all of them, by their sections, and by their keys
 * @param areas what was looked at
 * @param notSeen what was not
 * @param ignored how many there would be more if the user had wanted to hear of everything
 * @param complete whether each worker was watched
 */
public record Findings(List<Finding> all, List<String> areas, List<String> notSeen, int ignored, boolean complete) {
    /** As they are listed. */
    public static final Comparator<Finding> IN_ORDER =
            Comparator.comparing(Finding::section).thenComparing(Finding::key);

    public Findings {
        all = List.copyOf(all);
    }

    /**
     * Of the runs in these directories. What is in two of them was never in one JVM, or at the same time; who shares a thing in one
     * of them and who does in another are witnesses of one finding.
     *
     * @param module the directory in which the paths of keys begin
     * @param ignore patterns of resources and classes of which nobody wants to hear
     */
    public static Findings in(List<Path> runs, Path module, List<String> ignore) throws IOException {
        Places places = new Places(module, Path.of(System.getProperty("user.home")));
        Ignored ignored = new Ignored(ignore, places);
        Map<String, Finding> wanted = new TreeMap<>();
        Map<String, Finding> all = new TreeMap<>();
        Set<String> areas = new TreeSet<>();
        Set<String> notSeen = new TreeSet<>();
        boolean complete = true;
        for (Path run : runs) {
            Observed observed = observed(run);
            findings(ignored.without(observed), places).forEach(one -> wanted.merge(one.key(), one, Finding::and));
            if (!ignore.isEmpty()) {
                findings(observed, places).forEach(one -> all.merge(one.key(), one, Finding::and));
            }
            areas.addAll(observed.areas());
            notSeen.addAll(observed.notSeen());
            complete &= observed.complete();
        }
        return new Findings(
                wanted.values().stream().sorted(IN_ORDER).toList(),
                List.copyOf(areas),
                List.copyOf(notSeen),
                Math.max(0, all.size() - wanted.size()),
                complete);
    }

    private static Observed observed(Path run) throws IOException {
        ObservedReader reader = new ObservedReader();
        for (Path file : files(run)) {
            reader.read(file);
        }
        return reader.observed();
    }

    private static List<Finding> findings(Observed observed, Places places) {
        List<Finding> all = new ArrayList<>(Clashes.in(observed));
        all.addAll(LeftBehind.in(observed));
        all.addAll(LeftBehind.atWork(observed));
        all.addAll(Differences.in(observed));
        return all.stream().map(finding -> finding.on(places)).toList();
    }

    /** Whether a run was one with an audit. */
    public static boolean isAudited(Path run) throws IOException {
        return !files(run).isEmpty();
    }

    /** Whether the agent of a worker has begun to write. */
    public static boolean isWatched(Path run, int worker) {
        return Files.isRegularFile(run.resolve("audit").resolve("worker-" + worker + ".tsv"));
    }

    /** What the workers of a run have left, a file each; none if it had no audit. */
    public static List<Path> files(Path run) throws IOException {
        List<Path> files = new ArrayList<>();
        Path directory = run.resolve("audit");
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "worker-*.tsv")) {
                all.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }
}
