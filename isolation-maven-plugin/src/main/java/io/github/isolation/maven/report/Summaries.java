package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import java.util.Comparator;
import java.util.List;

/** What short accounts of a run have in common. */
final class Summaries {
    /** A test that takes less is nobody's worry. */
    private static final long SLOW_MILLIS = 100;

    private Summaries() {}

    /** As in: failed, 412 tests in 4 forks, 12.4 s: 3 failed, 1 error, 2 skipped, 1 flaky. */
    static String headline(RunReport report) {
        Totals totals = report.totals();
        StringBuilder text = new StringBuilder()
                .append(report.verdict())
                .append(", ")
                .append(count(totals.tests(), "test", "tests"))
                .append(" in ")
                .append(count(report.run().forks(), "fork", "forks"))
                .append(", ")
                .append(Durations.text(report.millis()));
        String between = ": ";
        for (Object[] part : new Object[][] {
            {totals.failed(), "failed"},
            {totals.errors(), totals.errors() == 1 ? "error" : "errors"},
            {totals.skipped(), "skipped"},
            {totals.flaky(), "flaky"}
        }) {
            if (!part[0].equals(0)) {
                text.append(between).append(part[0]).append(' ').append(part[1]);
                between = ", ";
            }
        }
        return text.toString();
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String name(TestFact test) {
        String name = test.displayName().isEmpty() ? test.name() : test.displayName();
        return name.isEmpty() ? test.className() : test.className() + "." + name;
    }

    static List<TestHistory> failed(RunReport report) {
        return report.tests().stream().filter(test -> test.last().isFailure()).toList();
    }

    static List<TestHistory> flaky(RunReport report) {
        return report.tests().stream().filter(TestHistory::isFlaky).toList();
    }

    static List<TestHistory> slowest(RunReport report) {
        return report.tests().stream()
                .filter(test -> test.last().millis() >= SLOW_MILLIS)
                .sorted(Comparator.comparingLong(
                                (TestHistory test) -> test.last().millis())
                        .reversed())
                .toList();
    }

    static List<WorkerLife> replaced(RunReport report) {
        return report.workers().stream()
                .filter(life -> life.isDeath() || life.how().equals("retired"))
                .toList();
    }
}
