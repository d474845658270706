package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.life.DeathReason;
import java.util.Map;
import java.util.TreeMap;

/** The account of one execution: what Maven was told, and what became of the workers. */
public final class RunStatistics {
    private final Map<String, Integer> retirements = new TreeMap<>();
    private int results;
    private int undiscoverable;
    private int workers;
    private int crashes;
    private int crashesInARow;
    private int timeouts;
    private int failedLaunches;
    private int withoutService;
    private int testsNotRun;
    private int classesNotRun;

    void told(Event event) {
        if (!(event instanceof Reported r) || !r.kind().isResult()) {
            return;
        }
        if (r.kind() == ReportKind.SUCCEEDED) {
            crashesInARow = 0;
        }
        if (!r.report().rerun()) {
            results++;
            notRun(r.report());
        }
    }

    /** So many results were told of a class, and do not count. */
    void untold(int more) {
        results -= more;
    }

    /** What was not run is an error each: of a test, or of a class whose tests nobody knows. */
    private void notRun(TestReport report) {
        Trace trace = report.trace();
        if (trace != null && trace.text() != null && trace.text().startsWith(CrashReport.NOT_RUN)) {
            if (CrashReport.NO_TEST.equals(report.name())) {
                classesNotRun++;
            } else {
                testsNotRun++;
            }
        }
    }

    /** A class whose tests could not be found; the error that says so is no test. */
    void undiscoverable() {
        undiscoverable++;
    }

    void launched() {
        workers++;
    }

    void retired(String why) {
        retirements.merge(why, 1, Integer::sum);
    }

    void died(DeathReason reason) {
        if (reason instanceof DeathReason.TimedOut) {
            timeouts++;
        } else {
            crashes++;
            crashesInARow++;
        }
    }

    void launchFailed() {
        failedLaunches++;
    }

    void withoutService() {
        withoutService++;
    }

    /** Results that Maven was told, attempts after the first not counted. */
    int results() {
        return results;
    }

    /** Genuine crashes so far. */
    public int crashes() {
        return crashes;
    }

    /** Genuine crashes since a test has passed. */
    int crashesInARow() {
        return crashesInARow;
    }

    /** The one line at the end of an execution. */
    public String summary(int forks) {
        int retired = retirements.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder line = new StringBuilder("isolation: ")
                .append(count(results - undiscoverable, "test"))
                .append(" in ")
                .append(count(forks, "fork"))
                .append(", ")
                .append(count(workers, "worker"));
        if (retired + crashes + timeouts + failedLaunches + withoutService > 0) {
            StringBuilder ends = new StringBuilder();
            retirements.forEach((why, n) -> add(ends, grouped(n) + " retired " + why));
            if (crashes > 0) {
                add(ends, grouped(crashes) + " crashed");
            }
            if (timeouts > 0) {
                add(ends, grouped(timeouts) + " timed out");
            }
            if (failedLaunches > 0) {
                add(ends, grouped(failedLaunches) + " did not start");
            }
            if (withoutService > 0) {
                add(ends, grouped(withoutService) + " without a service");
            }
            line.append(" (").append(ends).append(')');
        }
        if (undiscoverable > 0) {
            line.append(", ").append(count(undiscoverable, "discovery error"));
        }
        return line.append(", ")
                .append(count(crashes, "crash"))
                .append(", ")
                .append(count(timeouts, "timeout"))
                .append(", ")
                .append(notRun())
                .toString();
    }

    private String notRun() {
        StringBuilder what = new StringBuilder();
        if (testsNotRun > 0) {
            add(what, count(testsNotRun, "test"));
        }
        if (classesNotRun > 0) {
            what.append(what.isEmpty() ? "" : " and ").append(count(classesNotRun, "class"));
        }
        return (what.isEmpty() ? "0" : what) + " not run";
    }

    private static void add(StringBuilder list, String item) {
        list.append(list.isEmpty() ? "" : ", ").append(item);
    }

    private static String count(int n, String noun) {
        String plural = noun.endsWith("s") || noun.endsWith("sh") ? noun + "es" : noun + "s";
        return grouped(n) + " " + (n == 1 ? noun : plural);
    }

    /** In groups of three digits, the same in every language; a formatter would load its locales first, while Maven waits. */
    private static String grouped(int n) {
        StringBuilder digits = new StringBuilder(Integer.toString(n));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
