package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.isolation.findings.Finding;
import io.github.isolation.findings.TestName;
import io.github.isolation.findings.Tried;
import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.maven.findings.Baseline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file itself, as text. */
class ReportPageTest {
    private static final String OPEN = "<script type=\"application/json\" id=\"data\">";

    @TempDir
    Path directory;

    private static String page(SampleRuns run) throws IOException {
        return html("shop", run.report());
    }

    static String html(String title, RunReport report) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        ReportPage.write(title, List.of(ShownRun.of(report, null)), null, page);
        return page.toString(StandardCharsets.UTF_8);
    }

    private static String digest(String... resources) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String resource : resources) {
            try (InputStream in = ReportPage.open(resource)) {
                digest.update(in.readAllBytes());
            }
        }
        return "'sha256-" + Base64.getEncoder().encodeToString(digest.digest()) + "'";
    }

    @Test
    void thePolicyAllowsItsScriptsAndStylesAndNothingElse() throws Exception {
        String policy = "default-src 'none'; img-src data:; script-src " + digest(ReportPage.D3) + " "
                + digest(ReportPage.SCRIPTS.toArray(new String[0])) + "; style-src " + digest(ReportPage.STYLE)
                + "; base-uri 'none'; form-action 'none'";
        assertTrue(
                page(SampleRuns.troubled()).contains("content=\"" + policy + "\""),
                "scripts or styles have changed: write into " + ReportPage.TEMPLATE + " " + policy);
    }

    private static JsonObject data(String page) {
        int begin = page.indexOf(OPEN) + OPEN.length();
        return JsonParser.parseString(page.substring(begin, page.indexOf("</script>", begin)))
                .getAsJsonObject();
    }

    @Test
    void aHostileNameIsDataAndNothingElse() throws IOException {
        String page = page(SampleRuns.troubled());
        assertFalse(page.contains("hacked=1</script>"), "a name ends the element");
        assertFalse(page.contains("<img"), "a name is an element");
        assertFalse(page.contains("\u2028"), "a separator of lines is in a script");
        assertEquals(3, page.split("</script>", -1).length - 1);
        assertTrue(data(page).getAsJsonArray("strings").asList().stream()
                .anyMatch(text -> text.getAsString().equals(SampleRuns.HOSTILE)));
    }

    @Test
    void aHostileTitleIsTextInTheTemplate() throws IOException {
        String page =
                html("</title><script>alert(1)</script>", SampleRuns.troubled().report());
        assertFalse(page.contains("<script>alert(1)"), "the title is an element");
        assertTrue(page.contains("<h1>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
    }

    @Test
    void tenThousandTestsAreThreeMegabytesAtMost() throws IOException {
        Path file = directory.resolve("report/index.html");
        ReportPage.write("many", List.of(ShownRun.of(SampleRuns.many(10_000).report(), null)), null, file);
        assertTrue(Files.size(file) <= 3_000_000, "it has " + Files.size(file) + " bytes");
        assertEquals(
                10_000,
                data(Files.readString(file))
                        .getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("tests")
                        .getAsJsonArray("at")
                        .size());
    }

    @Test
    void longTextsAreLeftOutWhereThereAreTooMany() throws IOException {
        SampleRuns run = SampleRuns.begun("r", 1, 1);
        for (int i = 0; i < 1000; i++) {
            run.test("a.ATest", "t" + i, 1, 1, i, 1, "failed", 1, "message " + i + " long".repeat(1500));
        }
        String page = page(run.end(2000, "failed"));
        assertTrue(page.length() < 3_000_000, "it has " + page.length() + " characters");
        assertTrue(page.contains(Strings.LEFT_OUT.replace("'", "\\u0027")));
    }

    @Test
    void halfACharacterIsNoReasonToHaveNoReport() throws IOException {
        Path file = directory.resolve("index.html");
        SampleRuns run = SampleRuns.begun("r", 1, 1).test("a.ATest", "\ud83d", 1, 1, 0, 1, "passed");
        ReportPage.write("half", List.of(ShownRun.of(run.end(1, "passed").report(), null)), null, file);
        assertTrue(Files.readString(file).endsWith("</html>\n"));
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void whatAnAuditHasFoundIsInThePageAndOnTheConsoleAndNamesAreText() throws IOException {
        List<Finding> findings = List.of(
                new Finding(
                        Finding.Section.CLASHES,
                        "clashes /x<img>",
                        "/x<img>",
                        List.of(
                                new Finding.Witness(new TestName("a.ATest", "a"), "writes", "a.ATest.a(ATest.java:1)"),
                                new Finding.Witness(new TestName("b.BTest", "b"), "reads", "")),
                        "Do not.",
                        "@SameFork",
                        new Tried(true, List.of("b.BTest.b failed <often>"))),
                new Finding(Finding.Section.HARMLESS, "harmless y", "y", List.of(), "Nothing.", "", Tried.NOT));
        AuditReport audit = new AuditReport(
                findings, List.of("files"), List.of("a hook"), new Baseline(Set.of("clashes /x<img>")), 0, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPage.write("shop", List.of(ShownRun.of(SampleRuns.troubled().report(), null)), audit, out);
        String page = out.toString(StandardCharsets.UTF_8);
        for (String wanted : List.of(
                "Clashes between forks: 1 (1 confirmed, 0 candidates; 1 of them known)",
                "A finding is confirmed if a test was seen to fail",
                "<strong>/x&lt;img&gt;</strong> (confirmed, known)",
                "<strong>y</strong> (candidate)",
                "<li>a.ATest.a writes<br><code>a.ATest.a(ATest.java:1)</code></li><li>b.BTest.b reads</li>"
                        + "<li>Tried: b.BTest.b failed &lt;often&gt;</li></ul>",
                "<pre tabindex=\"0\">@SameFork</pre>",
                "probably harmless: 1",
                "Not observed: a hook")) {
            assertTrue(page.contains(wanted), wanted);
        }
        assertEquals(
                List.of(
                        "  audit: " + audit.summary(),
                        "  Clashes between forks:",
                        "    /x<img> (confirmed): a.ATest.a, b.BTest.b"),
                TextReport.audit(audit));
        assertFalse(page(SampleRuns.troubled()).contains("id=\"audit\""), "there was none");
    }

    /** The text beside the page has all of them. */
    @Test
    void ofManyFindingsThePageHasTwoHundredAndTheConsoleTen() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 203; i++) {
            findings.add(new Finding(
                    Finding.Section.CLASHES, "clashes /x" + i, "/x" + i, List.of(), "Do not.", "", Tried.NOT));
        }
        AuditReport audit = new AuditReport(findings, List.of("files"), List.of(), Baseline.NONE, 0, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPage.write("shop", List.of(ShownRun.of(SampleRuns.troubled().report(), null)), audit, out);
        String page = out.toString(StandardCharsets.UTF_8);
        assertTrue(page.contains("<strong>/x199</strong>") && !page.contains("<strong>/x200</strong>"));
        assertTrue(page.contains("<p>and 3 more: they are in audit.txt</p>"));
        List<String> lines = TextReport.audit(audit);
        assertEquals(13, lines.size(), lines::toString);
        assertEquals("    and 193 more", lines.get(12));
    }

    @Test
    void aCutRecordIsSaidToBeOneAlsoWithoutScripts() throws IOException {
        String page = html("cut", RunReadingTest.real("cut.jsonl"));
        assertTrue(page.contains("<strong>The record was cut.</strong>"));
        assertFalse(page(SampleRuns.troubled()).contains("The record was cut."));
    }
}
