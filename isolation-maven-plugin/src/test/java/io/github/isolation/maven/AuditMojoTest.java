package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.report.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.junit.jupiter.api.Test;

/** {@code isolation:audit}: what fails a build, what is known, and what nobody wants to hear of. */
final class AuditMojoTest extends GoalOnDisk {
    /** A file, a port and a static field; the path is in the module. */
    private void audited(String id, long startedAt) throws IOException {
        SampleRuns.begun(id, startedAt, 1, 1)
                .test("a.ATest", "a", 1, 1, 0, 1, "passed")
                .end(5, "passed")
                .write(forks.runRecord(id));
        Path file =
                Files.createDirectories(forks.runDirectory(id).resolve("audit")).resolve("worker-1.tsv");
        Path shared = directory.resolve("module").toRealPath().resolve("target/shared.txt");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        List.of(
                                "isolation-audit 1",
                                "t\t1\ta.ATest\ta",
                                "t\t2\tb.BTest\tb",
                                "p\t1\ta.ATest\ta\t10",
                                "p\t2\tb.BTest\tb\t20",
                                "h\tWRITE\t1\t1\t1\t0\tmain\t" + shared,
                                "h\tREAD\t2\t2\t2\t0\tmain\t" + shared,
                                "h\tBIND_TCP\t1\t1\t1\t0\tmain\t8080",
                                "h\tBIND_TCP\t2\t2\t2\t0\tmain\t8080",
                                "s\tFIELD\t1\ta.Registry\tNAMES\t0 elements\t1 element",
                                "")));
    }

    private AuditMojo goal(Source source, String... failOn) {
        AuditMojo goal = ready(new AuditMojo());
        GoalParameters.set(goal, "session", session());
        GoalParameters.set(goal, "auditBaseline", baseline().toFile());
        GoalParameters.set(goal, "auditAccept", "false");
        GoalParameters.set(goal, "auditFailOn", Arrays.asList(failOn));
        GoalParameters.set(goal, "mojo", new MojoExecution(null, "some", source));
        return goal;
    }

    private AuditMojo accepting(AuditMojo goal) {
        GoalParameters.set(goal, "auditAccept", "true");
        return goal;
    }

    private Path baseline() {
        return directory.resolve("module/audit-baseline.txt");
    }

    private String text() throws IOException {
        return Files.readString(forks.isolationDirectory().resolve("audit/audit.txt"));
    }

    @Test
    void nothingFailsUnlessSomebodySaysWhat() throws Exception {
        audited("r1", 1000);
        goal(Source.CLI).execute();
        assertTrue(
                said().contains("Clashes between forks: 2, State left in the JVM: 1 (candidates, none of"), this::said);
        goal(Source.CLI, "services", "threads").execute();
    }

    @Test
    void whatIsNewFailsAndIsNamedWithWhatToDo() throws Exception {
        audited("r1", 1000);
        String message = failure(goal(Source.CLI, "clashes"));
        assertTrue(message.startsWith("isolation: the audit has 2 findings that are new:\n  - "), message);
        assertTrue(message.contains("Clashes between forks: port 8080 (TCP) (a.ATest.a)"), message);
        assertTrue(message.contains("target/shared.txt (a.ATest.a)"), message);
        assertTrue(message.contains("mvn isolation:audit -Disolation.auditAccept"), message);
        assertFalse(message.contains("Registry"), message);
        assertTrue(failure(goal(Source.CLI, "clashes", "state")).contains("3 findings"));
    }

    /** On another machine, or in another checkout, it is the same finding. */
    @Test
    void whatWasAcceptedIsKnownByNamesThatHoldAnywhere() throws Exception {
        audited("r1", 1000);
        accepting(goal(Source.CLI, "clashes", "state")).execute();
        List<String> lines = Files.readAllLines(baseline()).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(List.of("clashes port 8080 (TCP)", "clashes target/shared.txt", "state a.Registry.NAMES"), lines);
        goal(Source.CLI, "clashes", "state").execute();
        assertTrue(text().contains("target/shared.txt  [candidate, known]"), text());
        assertTrue(said().contains("3 of them known"), this::said);
        Files.write(baseline(), lines.subList(1, 3));
        String message = failure(goal(Source.CLI, "clashes", "state"));
        assertTrue(message.contains("1 finding that is new") && message.contains("port 8080"), message);
    }

    @Test
    void whatIsIgnoredIsCountedAndFailsNothing() throws Exception {
        audited("r1", 1000);
        AuditMojo goal = goal(Source.CLI, "clashes", "state");
        GoalParameters.set(goal, "auditIgnore", List.of("target/*", "port 8080*", " b.B*", "a.Registry"));
        goal.execute();
        assertTrue(text().contains("3 findings that auditIgnore leaves out."), text());
        assertTrue(said().contains("no finding"), this::said);
    }

    /** Bound after the tests: a module without any, or with a run of an earlier build, is nobody's business. */
    @Test
    void asAPartOfABuildItJudgesTheRunsOfThatBuild() throws Exception {
        goal(Source.LIFECYCLE, "clashes").execute();
        audited("r1", 1000);
        request.setStartTime(Date.from(Instant.ofEpochMilli(1001)));
        goal(Source.LIFECYCLE, "clashes").execute();
        assertEquals(List.of(), log.lines());
        request.setStartTime(Date.from(Instant.ofEpochMilli(1000)));
        assertTrue(failure(goal(Source.LIFECYCLE, "clashes")).contains("2 findings"));
    }

    /** The end of the build says it, once for all modules. */
    @Test
    void asAPartOfABuildItSaysNothingOfWhatFailsNothing() throws Exception {
        audited("r1", 1000);
        request.setStartTime(Date.from(Instant.ofEpochMilli(1000)));
        goal(Source.LIFECYCLE, "services").execute();
        assertEquals(List.of(), log.lines());
    }

    /** Where an agent could not begin, nothing is new, and nobody knows. */
    @Test
    void aWorkerThatWasNotWatchedFailsWhoWantsNothingNew() throws Exception {
        audited("r1", 1000);
        Path file = forks.runDirectory("r1").resolve("audit/worker-2.tsv");
        Files.writeString(file, "isolation-audit 1\nn\twhat worker 2 has run: no room\n");
        String message = failure(goal(Source.CLI, "services"));
        assertTrue(message.contains("since not every worker was watched"), message);
        assertTrue(text().contains("what worker 2 has run: no room"), text());
        goal(Source.CLI).execute();
        assertTrue(said().contains("; not every worker was watched"), this::said);
        accepting(goal(Source.CLI, "services")).execute();
    }

    /** As where there was no agent for any worker, or no room for the file of one. */
    @Test
    void norWasAWorkerOfWhichThereIsNoFile() throws Exception {
        request.setStartTime(Date.from(Instant.ofEpochMilli(1000)));
        SampleRuns.begun("r2", 1000, 1, 1)
                .ran("a.ATest", 1, 1, 0, 5)
                .end(5, "passed")
                .write(forks.runRecord("r2"));
        goal(Source.LIFECYCLE, "services").execute();
        SampleRuns.begun("r2", 1000, 1, 1)
                .chose("isolation.audit", "files")
                .ran("a.ATest", 1, 1, 0, 5)
                .end(5, "passed")
                .write(forks.runRecord("r2"));
        assertTrue(failure(goal(Source.LIFECYCLE, "services")).contains("since not every worker was watched"));
        assertTrue(text().contains("what worker 1 of run r2 has run: its agent has written nothing down"), text());
        Files.writeString(
                Files.createDirectories(forks.runDirectory("r2").resolve("audit"))
                        .resolve("worker-1.tsv"),
                "isolation-audit 1\no\tfiles\n");
        goal(Source.LIFECYCLE, "services").execute();
    }

    /** As where tests run side by side in one JVM: nothing is found then, and green does not mean that there is nothing. */
    @Test
    void whatWasNotObservedIsWarnedOfWhereSomebodyWantsNothingNew() throws Exception {
        audited("r1", 1000);
        Path file = forks.runDirectory("r1").resolve("audit/worker-2.tsv");
        Files.writeString(file, "isolation-audit 1\ne\ttests run side by side\ne\tit was too much\n");
        goal(Source.CLI).execute();
        assertFalse(said().contains("not all was observed"), this::said);
        goal(Source.CLI, "services").execute();
        assertTrue(
                said().contains(
                                "not all was observed, and nobody knows what is new in the rest: it was too much, and more"),
                this::said);
    }

    @Test
    void ofManyNewFindingsTwentyAreNamed() throws Exception {
        audited("r1", 1000);
        StringBuilder ports = new StringBuilder();
        for (int port = 9000; port < 9025; port++) {
            for (int test = 1; test <= 2; test++) {
                ports.append("h\tBIND_TCP\t" + test + "\t" + test + "\t" + test + "\t0\tmain\t" + port + "\n");
            }
        }
        Path file = forks.runDirectory("r1").resolve("audit/worker-1.tsv");
        Files.writeString(file, Files.readString(file) + ports);
        String message = failure(goal(Source.CLI, "clashes"));
        assertTrue(message.contains("27 findings"), message);
        assertEquals(21, message.lines().filter(line -> line.startsWith("  - ")).count(), message);
        assertTrue(message.contains("\n  - and 7 more\n"), message);
    }

    @Test
    void whereThereIsNoAuditTheGoalSaysHowToGetOne() {
        assertTrue(failure(goal(Source.CLI)).contains("mvn verify -Disolation.audit="));
    }

    @Test
    void allThatCannotBeUnderstoodIsNamedAtOnce() {
        AuditMojo goal = goal(Source.CLI, "clash");
        GoalParameters.set(goal, "auditAccept", "yes");
        GoalParameters.set(goal, "auditIgnore", List.of("target/*", " ", "a.*"));
        String message = failure(goal);
        assertTrue(message.contains("isolation.auditIgnore"), message);
        assertTrue(message.contains("'' is not a pattern"), message);
        assertTrue(message.contains("'clash' is not one of clashes, state"), message);
        assertTrue(message.contains("'yes' is neither true nor false"), message);
    }
}
