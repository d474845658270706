package io.github.isolation.maven.report;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.GapFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.VerdictFact;
import io.github.isolation.record.WaitFact;
import io.github.isolation.record.WorkerFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Records that are made up, a line at a time, with all in them that a report has to show. */
public final class SampleRuns {
    /** What somebody may call a test. */
    static final String HOSTILE =
            "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2> \" ' & \u2028\u0000";

    private final List<Fact> facts = new ArrayList<>();

    private SampleRuns() {}

    /** Nothing but its first line. */
    static SampleRuns begun(String id, int forks, int cores) {
        return begun(id, 1_795_925_360_259L, forks, cores);
    }

    /** Nothing but its first line, of a run that began then. */
    public static SampleRuns begun(String id, long startedAt, int forks, int cores) {
        SampleRuns run = new SampleRuns();
        run.facts.add(new RunFact(
                id,
                startedAt,
                "1.2.3",
                "maven-surefire-plugin 3.6.1",
                "17.0.15 (Debian)",
                "Linux amd64",
                cores,
                forks,
                "org.example:shop",
                "default-test",
                "/project",
                "/project/target/surefire-reports",
                List.of(new RunFact.Chosen("isolation.retireEveryClasses", "2", "POM")),
                List.of()));
        return run;
    }

    /** With this setting, and no other. */
    public SampleRuns chose(String name, String value) {
        RunFact run = (RunFact) facts.get(0);
        facts.set(
                0,
                new RunFact(
                        run.run(),
                        run.startedAt(),
                        run.isolation(),
                        run.surefire(),
                        run.java(),
                        run.os(),
                        run.cores(),
                        run.forks(),
                        run.module(),
                        run.execution(),
                        run.directory(),
                        run.reports(),
                        List.of(new RunFact.Chosen(name, value, "command line")),
                        run.classes()));
        return this;
    }

    SampleRuns worker(int worker, int fork, long started, long ready) {
        facts.add(WorkerFact.started(started, worker, fork, false));
        facts.add(WorkerFact.ready(ready, worker, fork, false, 0));
        return this;
    }

    SampleRuns ended(int worker, int fork, long at, String how, String why) {
        Integer exit = how.equals("crashed") ? 134 : 0;
        facts.add(new WorkerFact(at, worker, fork, "ended", false, how, why, exit, 90_000, 800));
        return this;
    }

    /** One that has finished. */
    SampleRuns ended(int worker, int fork, long at, long cpuMillis) {
        facts.add(new WorkerFact(at, worker, fork, "ended", false, "finished", "", 0, 90_000, cpuMillis));
        return this;
    }

    /** A class from its first moment to its last. */
    public SampleRuns ran(String className, int worker, int fork, long at, long end) {
        return ran(className, worker, fork, at, end, "whole", 1);
    }

    SampleRuns ran(String className, int worker, int fork, long at, long end, String part, int attempt) {
        facts.add(new ClassFact(at, className, worker, fork, 1, facts.size(), part, attempt));
        facts.add(new ClassEndFact(end, className, worker, fork, end - at, null, 0));
        return this;
    }

    /** A result. */
    public SampleRuns test(String className, String name, int worker, int fork, long at, long millis, String outcome) {
        return test(className, name, worker, fork, at, millis, outcome, 1, "");
    }

    SampleRuns test(
            String className,
            String name,
            int worker,
            int fork,
            long at,
            long millis,
            String outcome,
            int attempt,
            String message) {
        boolean fails = outcome.equals("failed") || outcome.equals("error");
        facts.add(new TestFact(
                at,
                millis,
                worker,
                fork,
                "[engine:e]/[class:" + className + "]/[method:" + name + "()]",
                className,
                name,
                "",
                outcome,
                attempt,
                outcome.equals("error"),
                message,
                fails ? message + "\n\tat " + className + "." + name + "(Some.java:1)\n" : "",
                fails ? "a line of output\n" + message + "\n" : ""));
        return this;
    }

    /** Any other lines. */
    public SampleRuns and(Fact... more) {
        facts.addAll(List.of(more));
        return this;
    }

    /** The last lines. */
    public SampleRuns end(long at, String verdict) {
        facts.add(new SupervisorFact(460, 54_824, 61));
        int tests = (int) facts.stream().filter(TestFact.class::isInstance).count();
        facts.add(new EndFact(at, tests, 0, 0, 0, verdict, "isolation: " + tests + " results"));
        return this;
    }

    List<Fact> facts() {
        return facts;
    }

    RunReport report() {
        return RunReading.of(facts);
    }

    /** As a file that a supervisor would have left. */
    public Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file, facts.stream().map(fact -> fact.line() + "\n").collect(Collectors.joining()));
    }

    /** Two forks; a crash, a retirement, a timeout, a flaky test, one that is skipped, a lock, fixtures, a leak, a hostile name. */
    static SampleRuns troubled() {
        return begun("troubled", 2, 4)
                .worker(1, 1, 0, 400)
                .worker(2, 2, 10, 500)
                .and(new FixturesFact(300, 1, 250, 11_500_000, 40, 0), new FixturesFact(380, 2, 300, 11_500_000, 40, 3))
                .ran("shop.LabelsTest", 1, 1, 400, 1200)
                .test("shop.LabelsTest", "first", 1, 1, 450, 300, "passed")
                .test(
                        "shop.LabelsTest",
                        "second",
                        1,
                        1,
                        750,
                        450,
                        "error",
                        1,
                        "The worker JVM of fork 1 crashed: exit status 134 (SIGABRT).")
                .ended(1, 1, 1200, "crashed", "exit status 134 (SIGABRT)")
                .and(new NoticeFact(
                        1200, "warning", "isolation: the worker of fork 1 crashed in shop.LabelsTest.second"))
                .ran("shop.OrdersTest", 2, 2, 500, 2100)
                .test("shop.OrdersTest", "waits", 2, 2, 520, 900, "passed")
                .and(new WaitFact(1200, 2, 2, "shop.OrdersTest", "database", 600))
                .test("shop.OrdersTest", HOSTILE, 2, 2, 1420, 80, "failed", 1, "expected: <1> but was: <2> " + HOSTILE)
                .test("shop.OrdersTest", "sometimes", 2, 2, 1500, 100, "failed", 1, "not yet")
                .test("shop.OrdersTest", "notHere", 2, 2, 1600, 0, "skipped", 1, "only on Windows")
                .test("shop.OrdersTest", "gaveUp", 2, 2, 1600, 5, "aborted", 1, "no network")
                .and(new LeakFact(2100, 2, 2, "shop.OrdersTest", 400, List.of("thread \"poller\"")))
                .ended(2, 2, 2300, "retired", "after every class")
                .worker(3, 1, 1200, 1600)
                .ran("shop.LabelsTest", 3, 1, 1600, 2000, "rest", 1)
                .test("shop.LabelsTest", "third", 3, 1, 1650, 300, "passed")
                .worker(4, 2, 2300, 2700)
                .and(new GapFact(2, 2, 4, false, 0, 150, 200, 600, 650))
                .ran("shop.SlowTest", 3, 1, 2000, 5000)
                .test("shop.SlowTest", "never", 3, 1, 2100, 2900, "error", 1, "The test took longer than 2 s.")
                .ended(3, 1, 5000, "timed out", "the test shop.SlowTest.never took longer than 2 s")
                .ran("shop.OrdersTest", 4, 2, 2700, 3100, "rerun", 2)
                .test("shop.OrdersTest", "sometimes", 4, 2, 2750, 90, "passed", 2, "")
                .ended(4, 2, 3200, "finished", "")
                .and(new VerdictFact(
                        5100,
                        "",
                        "shop.OrdersTest",
                        HOSTILE,
                        "polluted by shop.LabelsTest.first " + HOSTILE,
                        "fails after it in 4 of 4 runs, passes alone in 4 of 4",
                        List.of("shop.LabelsTest.first"),
                        12,
                        List.of("the default locale: shop.LabelsTest.first changes it"),
                        "mvn test -Disolation.replay=verdict-1.jsonl"))
                .end(5100, "failed");
    }

    /** Four forks, and so many tests, ten in each class; every hundredth fails with a long stack. */
    static SampleRuns many(int tests) {
        SampleRuns run = begun("many", 4, 4);
        long[] now = {400, 410, 420, 430};
        for (int fork = 1; fork <= 4; fork++) {
            run.worker(fork, fork, 0, now[fork - 1]);
        }
        for (int c = 0; c * 10 < tests; c++) {
            int fork = c % 4 + 1;
            String name = "org.example.generated.part" + c % 20 + ".NumberedServiceTest" + c;
            long begin = now[fork - 1];
            for (int t = 0; t < 10; t++) {
                boolean fails = (c * 10 + t) % 100 == 99;
                long at = begin + 5 + t * 20L;
                run.test(
                        name,
                        "behavesAsDocumentedInCase" + t,
                        fork,
                        fork,
                        at,
                        15 + (c * 7 + t) % 5,
                        fails ? "failed" : "passed",
                        1,
                        fails
                                ? "expected: <" + c + "> but was: <" + t + ">"
                                        + "\n\tat some.long.Stack.trace".repeat(100)
                                : "");
            }
            run.ran(name, fork, fork, begin, begin + 210);
            now[fork - 1] = begin + 212;
        }
        for (int fork = 1; fork <= 4; fork++) {
            run.ended(fork, fork, now[fork - 1], "finished", "");
        }
        return run.end(now[3] + 50, "failed");
    }
}
