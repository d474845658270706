package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs suites with stock Surefire and with us, and compares. Every cell of the grid is a build of its own; what was run is
 * written down, for the page that says so.
 */
public final class SuiteGrid {
    /** All versions we claim, the newest first. */
    public static final List<String> VERSIONS = List.of("3.6.1", "3.5.6", "3.2.5");

    private static final List<Integer> FORKS = List.of(1, 2, 4);

    private final File mavenHome;
    private final File localRepository;
    private final Path suites;
    private final Allowed allowed;

    /** For the suites below this directory, a module each. */
    public SuiteGrid(File mavenHome, File localRepository, File suites) throws IOException {
        this.mavenHome = mavenHome;
        this.localRepository = localRepository;
        this.suites = suites.toPath();
        this.allowed = Allowed.read(this.suites.resolve("allowed-differences.txt"));
    }

    /** The number of cases that stock reported, and what differed with us. */
    public record Row(String suite, String version, int forks, int cases, List<Difference> differences) {

        /** For a person, and the log. */
        @Override
        public String toString() {
            return String.format(
                    "%s, Surefire %s, %d forks: %,d cases, %d differences",
                    suite, version, forks, cases, differences.size());
        }
    }

    /** Some suites with all versions and numbers of forks. */
    public List<Row> full(List<String> names) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            for (String version : VERSIONS) {
                rows.addAll(compare(name, version, FORKS));
            }
        }
        return rows;
    }

    /** Each suite with one version and one number of forks; with three suites, each of those occurs. */
    public List<Row> pairwise(List<String> names) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int forks = FORKS.get((i + i / VERSIONS.size()) % FORKS.size());
            rows.addAll(compare(names.get(i), VERSIONS.get(i % VERSIONS.size()), List.of(forks)));
        }
        return rows;
    }

    /** Stock runs beside the others: half of its time it is Maven and a single fork, which leave a processor idle. */
    private List<Row> compare(String suite, String version, List<Integer> forkCounts)
            throws IOException, InterruptedException {
        Started stock = start(suite, "stock-" + version, version, "-Disolation.skip");
        Map<Integer, Build> ours = new LinkedHashMap<>();
        for (int forks : forkCounts) {
            ours.put(
                    forks,
                    start(suite, version + "-" + forks, version, "-DforkCount=" + forks)
                            .ended());
        }
        Build expected = stock.ended();
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Integer, Build> one : ours.entrySet()) {
            List<Difference> left = allowed.without(suite, Parity.between(expected, one.getValue()));
            Row row = new Row(
                    suite, version, one.getKey(), expected.reports().cases().size(), left);
            note(row);
            rows.add(row);
        }
        return rows;
    }

    /** A build that may still be running. */
    private record Started(MavenRun run, Path module, String name) {

        Build ended() throws IOException, InterruptedException {
            return Build.of(module, name, run.exitCode());
        }
    }

    private Started start(String suite, String name, String version, String option) throws IOException {
        Path module = suites.resolve(suite);
        List<String> arguments = List.of("test", "-Dsurefire.version=" + version, option);
        return new Started(MavenRun.start(mavenHome, module.toFile(), localRepository, name, arguments), module, name);
    }

    /** As soon as a suite is through: who watches a full grid sees how far it is. */
    private void note(Row row) throws IOException {
        String how = "Surefire " + row.version() + ", forkCount " + row.forks();
        MatrixPage.note(suites, row.suite(), how, row.cases(), row.differences().size());
        StringBuilder lines = new StringBuilder(row + "\n");
        row.differences().forEach(difference -> lines.append(difference).append('\n'));
        Files.writeString(suites.resolve("grid.txt"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
