package io.github.isolation.maven.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TriedFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the record of a run says of findings that were tried out, as a report has it. */
class TriedFindingsTest {
    @TempDir
    private Path run;

    private final Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
            .hit("WRITE", 1, "/x")
            .hit("READ", 2, "/x")
            .hit("BIND_TCP", 1, "8080")
            .hit("BIND_TCP", 2, "8080")
            .add("s", "FIELD", "1", "app.Shared", "list", "0 elements", "1 element");

    private static void record(Path run, TriedFact... facts) throws IOException {
        RunFact first = new RunFact(
                "r", 1, "1", "surefire", "17", "Linux", 2, 1, "g:m", "default-test", "/m", "", List.of(), List.of());
        Files.write(
                run.resolve("record.jsonl"),
                Stream.concat(Stream.of(first.line()), Stream.of(facts).map(TriedFact::line))
                        .toList());
    }

    private AuditReport report(TriedFact... facts) throws IOException {
        record(run, facts);
        return lines.report(run);
    }

    @Test
    void whereNothingWasTriedEachIsACandidateAndThatIsSaid() throws IOException {
        AuditReport report = report();
        assertEquals(
                List.of("candidate", "candidate", "candidate"),
                report.findings().stream().map(Finding::status).toList());
        assertTrue(report.summary().endsWith(" (candidates, none of them tried out)"), report.summary());
        assertTrue(report.text().contains("nobody has tried out"), report.text());
        assertFalse(report.text().contains("tried: "), report.text());
    }

    @Test
    void whatWasSeenIsWithItsFindingAndOnlyWhatIsConfirmedIsCalledSo() throws IOException {
        AuditReport report = report(
                new TriedFact(
                        1, "clashes /x", false, List.of("app.ATest and app.BTest at once: no test failed in 3 runs")),
                new TriedFact(1, "clashes port 8080 (TCP)", true, List.of("app.BTest.b failed beside app.ATest")));
        assertTrue(
                report.summary()
                        .endsWith("Clashes between forks: 2, State left in the JVM: 1 (1 confirmed, 2 candidates)"),
                report.summary());
        String text = report.text();
        assertTrue(text.contains("\nport 8080 (TCP)  [confirmed]\n"), text);
        assertTrue(text.contains("\n  tried: app.BTest.b failed beside app.ATest\n  → "), text);
        assertTrue(text.contains("\n/x  [candidate]\n"), text);
        assertTrue(text.contains("\n  tried: app.ATest and app.BTest at once: no test failed in 3 runs\n  → "), text);
        assertTrue(text.contains("\napp.Shared.list  [candidate]\n"), text);
        assertTrue(text.contains("A finding is confirmed if a test was seen to fail because of it"), text);
        report.write(run.resolve("out"));
        String json = Files.readString(run.resolve("out/audit.json"));
        assertTrue(json.contains("\"status\": \"confirmed\",\n      \"tried\": [\n        \"app.BTest.b failed"), json);
        assertTrue(json.contains("\"test\": \"app.ATest.a\","), json);
    }

    /** A bean keeps nobody from running, as a rule; and nobody knows who has written the file. */
    @Test
    void whatWasForInformationCountsAsSoonAsATestFailsBecauseOfIt() throws IOException {
        lines.add("s", "JVM", "1", "", "the MBeans", "20 of them", "21 of them")
                .add("d", "1", "created", "/native")
                .add("d", "2", "changed", "/native");
        assertTrue(report().news(EnumSet.of(Section.LEFT, Section.CLASHES)).stream()
                .noneMatch(finding -> finding.resource().equals("the MBeans")));
        AuditReport report = report(
                new TriedFact(1, "harmless the MBeans", true, List.of("app.BTest.b failed after app.ATest")),
                new TriedFact(1, "differences /native", true, List.of("app.BTest.b failed beside app.ATest")));
        assertEquals(
                List.of(
                        "clashes /native",
                        "clashes /x",
                        "clashes port 8080 (TCP)",
                        "state app.Shared.list",
                        "state the MBeans"),
                report.findings().stream().map(Finding::key).toList());
        assertTrue(
                report.summary()
                        .endsWith("Clashes between forks: 3, State left in the JVM: 2 (2 confirmed, 3 candidates)"),
                report.summary());
        assertEquals(5, report.news(EnumSet.of(Section.LEFT, Section.CLASHES)).size());
    }

    /** Whether a finding is confirmed depends on the time that there was for it; whether it is known, or fails a build, must not. */
    @Test
    void whatIsKnownStaysSoWhetherItIsConfirmedOrNot() throws IOException {
        lines.add("s", "JVM", "1", "", "the MBeans", "20 of them", "21 of them")
                .add("d", "1", "created", "/native")
                .add("d", "2", "changed", "/native");
        AuditReport candidates = report();
        AuditReport confirmed = report(
                new TriedFact(1, "harmless the MBeans", true, List.of("app.BTest.b failed after app.ATest")),
                new TriedFact(1, "differences /native", true, List.of("app.BTest.b failed beside app.ATest")));
        EnumSet<Section> all = EnumSet.allOf(Section.class);
        assertEquals(5, confirmed.news(all).size());
        assertEquals(List.of(), confirmed.with(Baseline.of(candidates)).news(all));
        assertEquals(List.of(), candidates.with(Baseline.of(confirmed)).news(all));
        assertEquals(1, candidates.news(EnumSet.of(Section.DIFFERENCES)).size());
        assertEquals(1, confirmed.news(EnumSet.of(Section.DIFFERENCES)).size());
    }

    /** One execution may have tried in vain what another one has confirmed. */
    @Test
    void ofSeveralRunsWhatOneHasConfirmedIs() throws IOException {
        Path other = Files.createDirectories(run.resolve("other"));
        record(other, new TriedFact(1, "clashes /x", true, List.of("it failed")));
        Files.createDirectories(other.resolve("audit"));
        Files.writeString(other.resolve("audit/worker-1.tsv"), lines.text());
        report(new TriedFact(1, "clashes /x", false, List.of("it passed")));
        AuditReport both = AuditReport.of(List.of(run, other), new AuditReport.Wish(run, List.of(), Baseline.NONE));
        Finding file = both.findings().get(0);
        assertEquals("clashes /x", file.key());
        assertEquals("confirmed", file.status());
        assertEquals(List.of("it passed", "it failed"), file.tried().seen());
        AuditReport turned = AuditReport.of(List.of(other, run), new AuditReport.Wish(run, List.of(), Baseline.NONE));
        assertEquals("confirmed", turned.findings().get(0).status());
    }
}
