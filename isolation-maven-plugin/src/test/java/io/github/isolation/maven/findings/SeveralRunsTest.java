package io.github.isolation.maven.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the runs of several executions, which are over one after the other, as Surefire's and Failsafe's are. */
final class SeveralRunsTest {
    @TempDir
    Path directory;

    private AuditReport report(Lines one, Lines other, String... ignore) throws IOException {
        return AuditReport.of(
                List.of(one.leftIn(directory.resolve("one")), other.leftIn(directory.resolve("other"))),
                new AuditReport.Wish(directory, List.of(ignore), Baseline.NONE));
    }

    /** No two of their classes ever run at the same time. */
    @Test
    void whatAClassOfEachUsesIsNoClash() throws IOException {
        AuditReport report = report(
                Lines.of("app.ATest.a").hit("WRITE", 1, "/x").hit("BIND_TCP", 1, "8080"),
                Lines.of("app.BIT.b").hit("READ", 1, "/x").hit("BIND_TCP", 1, "8080"));
        assertEquals(List.of(), Lines.told(report));
    }

    @Test
    void whoSharesAThingInEitherIsAWitnessOfOneFinding() throws IOException {
        Lines one = Lines.of("app.ATest.a", "app.BTest.b").hit("WRITE", 1, "/x").hit("READ", 2, "/x");
        Lines other = Lines.of("app.CIT.c", "app.DIT.d")
                .hit("WRITE", 1, "/x")
                .hit("DELETE", 2, "/x")
                .add("s", "FIELD", "1", "app.Shared", "list", "0 elements", "1 element");
        assertEquals(
                List.of(
                        "CLASHES /x [app.ATest.a writes, app.BTest.b reads, app.CIT.c writes, app.DIT.d deletes]",
                        "LEFT app.Shared.list [app.CIT.c changes it: 0 elements before, 1 element after]"),
                Lines.told(report(one, other)));
        AuditReport without = report(one, other, "/x");
        assertEquals(1, without.ignored());
        assertEquals(1, without.findings().size());
    }

    @Test
    void aWorkerThatNobodyHasWatchedInEitherMakesItIncomplete() throws IOException {
        Lines one = Lines.of("app.ATest.a").add("o", "files");
        Lines other = Lines.of("app.BIT.b").add("o", "files").add("n", "what worker 1 has run: no room");
        assertTrue(report(one, one).complete());
        assertEquals("no finding", report(one, one).summary());
        AuditReport report = report(one, other);
        assertFalse(report.complete());
        assertEquals("no finding; not every worker was watched", report.summary());
        assertEquals(List.of("what worker 1 has run: no room"), report.notSeen());
        assertEquals(List.of("files"), report.areas());
    }
}
