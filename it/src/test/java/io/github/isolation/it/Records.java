package io.github.isolation.it;

import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The records of runs beside the report files that Surefire has made of what it was told: whatever a build asserts of reports, the
 * record has the same totals.
 */
public final class Records {
    private record Run(RunFact run, List<TestFact> tests) {}

    private Records() {}

    /** How many runs that came to their end have written to this directory: of one, its record is compared. */
    public static int runs(Path reports) throws IOException {
        return runsInto(reports).size();
    }

    /**
     * What a record counts otherwise than these suites do. Nothing is said of a directory that no run has written to, of runs that
     * were cut off or had re-runs, and of what several runs have written one over the other.
     */
    static List<String> differences(Path reports, List<Suite> suites) throws IOException {
        List<Run> runs = runsInto(reports);
        if (runs.size() != 1) {
            return List.of();
        }
        List<Case> cases =
                suites.stream().flatMap(suite -> suite.cases().stream()).toList();
        List<TestFact> tests = runs.get(0).tests();
        List<String> differences = new ArrayList<>();
        // Of a test that was tried again Surefire makes one case, by names of its own: as many as that are nobody's
        // count.
        if (tests.stream().noneMatch(test -> test.attempt() > 1)) {
            Counts counts = Counts.of(cases);
            compare("tests", counts.tests(), tests.size(), differences);
            compare("failures", counts.failures(), count(tests, "failed"), differences);
            compare("errors", counts.errors(), count(tests, "error"), differences);
            compare("skipped", counts.skipped(), count(tests, "skipped") + count(tests, "aborted"), differences);
        }
        return differences;
    }

    private static int count(List<TestFact> tests, String outcome) {
        return (int)
                tests.stream().filter(test -> test.outcome().equals(outcome)).count();
    }

    private static void compare(String what, int reported, int recorded, List<String> differences) {
        if (reported != recorded) {
            differences.add(String.format(
                    Locale.ROOT, "%d %s are reported, and %d are in the record", reported, what, recorded));
        }
    }

    private static List<Run> runsInto(Path reports) throws IOException {
        List<Run> runs = new ArrayList<>();
        Path target = reports.toRealPath();
        for (Path above = target.getParent(); above != null; above = above.getParent()) {
            Path records = above.resolve("target/isolation/runs");
            if (Files.isDirectory(records)) {
                for (Path record : recordsIn(records)) {
                    if (!Files.readString(record).contains("{\"what\":\"end\"")) {
                        continue; // it still runs, as the run does that this is a test of, or it was cut off
                    }
                    List<Fact> facts = RecordReader.read(record);
                    RunFact run = (RunFact) facts.get(0);
                    if (Path.of(run.reports()).equals(target) && isWhole(facts)) {
                        runs.add(new Run(run, of(TestFact.class, facts)));
                    }
                }
                break;
            }
        }
        runs.sort(Comparator.comparingLong(one -> one.run().startedAt()));
        return runs;
    }

    private static List<Path> recordsIn(Path runs) throws IOException {
        try (Stream<Path> directories = Files.list(runs)) {
            return directories
                    .map(directory -> directory.resolve("record.jsonl"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static boolean isWhole(List<Fact> facts) {
        return of(EndFact.class, facts).stream().anyMatch(end -> !end.verdict().equals("cancelled"));
    }

    private static <T extends Fact> List<T> of(Class<T> kind, List<Fact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
