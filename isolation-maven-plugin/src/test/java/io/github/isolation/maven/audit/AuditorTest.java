package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.InHand;
import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs are looked at, and what of them. */
class AuditorTest {
    private static final long BUILD = 1_000;
    private static final String OURS = "42";

    @TempDir
    Path module;

    private Path reports = Path.of("");
    private ForkLayout layout = new ForkLayout(Path.of(""));

    @BeforeEach
    void makeModule() throws IOException {
        reports = Files.createDirectories(module.resolve("reports"));
        layout = new ForkLayout(module.resolve("isolation"));
    }

    @Test
    void aRunWhoseReportsAreWholeIsRight() throws IOException {
        ran("r1", OURS, "");
        report("a.ATest", 2);
        assertEquals(List.of(), audited().differences());
        assertEquals(List.of(), audited().notes());
    }

    @Test
    void aReportOfAnEarlierBuildCountsForNothing() throws IOException {
        ran("r1", OURS, "");
        Path old = report("a.ATest", 2);
        Files.setLastModifiedTime(old, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
        assertEquals(1, audited().differences().size());
    }

    @Test
    void aReportThatIsCutOffIsSeen() throws IOException {
        ran("r1", OURS, "");
        Files.writeString(reports.resolve("TEST-a.ATest.xml"), "<testsuite><testcase classname=\"a.ATest\"");
        assertTrue(audited().differences().get(0).contains("TEST-a.ATest.xml is cut off ("));
        assertEquals(2, audited().differences().size());
    }

    @Test
    void aReportThatNoParserTakesIsNoReasonToFail() throws IOException {
        ran("r1", OURS, "");
        Files.writeString(
                reports.resolve("TEST-a.ATest.xml"),
                "<testsuite><testcase classname=\"a.ATest\"><failure>\u0001</failure></testcase></testsuite>\n");
        assertEquals(List.of(), audited().differences());
        assertEquals(1, audited().notes().size());
    }

    @Test
    void aSupervisorThatIsGoneBeforeItsEndIsMissed() throws IOException {
        BooksFile.begin(books("r1"), header(OURS, ""));
        assertEquals(1, audited().differences().size());
        Files.writeString(books("r1"), Files.readString(books("r1")) + "set\tcut o");
        assertEquals(1, audited().differences().size());
    }

    @Test
    void whatASupervisorHadInHandThatIsGoneIsNamed() throws IOException {
        BooksFile.begin(books("r1"), header(OURS, ""));
        try (InHand inHand = InHand.begin(layout.runDirectory("r1"))) {
            inHand.has(1, "a.Done");
            inHand.has(2, "a.Running");
            inHand.has(1, "");
            inHand.has(3, "a.Ünning");
        }
        List<String> lines = GoneSupervisors.lines(layout, ours());
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("have no results: a.Running, a.Ünning. "), lines::toString);
        BooksFile.end(books("r1"), closed());
        assertEquals(List.of(), GoneSupervisors.lines(layout, ours()));
    }

    private RunBooks closed() {
        RunBooks books = new RunBooks(header(OURS, ""));
        books.endedMillis = BUILD + 2;
        return books;
    }

    @Test
    void aRunThatMavenEndedIsNotCompared() throws IOException {
        BooksFile.begin(books("r1"), header(OURS, ""));
        BooksFile.cancelled(books("r1"));
        assertEquals(List.of(), audited().differences());
        assertTrue(audited().notes().get(0).endsWith("Maven ended the fork"));
    }

    @Test
    void whereTheClockWasSetBackReportsThatLookOldAreNotMissed() throws IOException {
        ran("r1", OURS, "");
        Files.setLastModifiedTime(report("a.ATest", 2), FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
        assertEquals(1, audited().differences().size());
        BooksFile.clockSetBack(books("r1"));
        assertEquals(List.of(), audited().differences());
        assertTrue(audited().notes().get(0).contains("the clock was set back"));
    }

    @Test
    void whereThereAreNoReportsTheBooksAreLookedAtAllTheSame() throws IOException {
        ran("r1", OURS, "there are none (disableXmlReport)");
        assertEquals(List.of(), audited().differences());
        assertEquals(
                List.of("the report files of run r1 are not compared with what was run: there are none"
                        + " (disableXmlReport)"),
                audited().notes());
    }

    @Test
    void runsOfOtherBuildsAndModulesAreNobodysBusiness() throws IOException {
        RunHeader early = new RunHeader(OURS, BUILD - 1, module.toString(), reports.toString(), "", "", 0);
        BooksFile.begin(books("early"), early);
        RunHeader elsewhere = new RunHeader(OURS, BUILD + 1, "/elsewhere", reports.toString(), "", "", 0);
        BooksFile.begin(books("elsewhere"), elsewhere);
        BooksFile.begin(books("another"), header("43", ""));
        Files.createDirectories(layout.runs().resolve("without books"));
        assertEquals(List.of(), ours());
    }

    @Test
    void whereAnotherBuildWroteItsReportsAtTheSameTimeNoneIsCompared() throws IOException {
        ran("r1", OURS, "");
        ran("r2", "43", "");
        assertEquals(List.of(), audited().differences());
        assertTrue(audited().notes().get(0).contains("another build (run r2)"));
    }

    private Auditor audited() throws IOException {
        Auditor auditor = new Auditor(layout, module);
        auditor.audit(ours(), Run.all(layout));
        return auditor;
    }

    private List<Run> ours() throws IOException {
        return Run.all(layout).stream()
                .filter(run -> run.isOf(Long.parseLong(OURS), BUILD, module))
                .toList();
    }

    private void ran(String id, String maven, String unlike) throws IOException {
        RunBooks books = new RunBooks(header(maven, unlike));
        books.ofClass("a.ATest").promised = 1;
        books.ofClass("a.ATest").handed = 1;
        books.ofClass("a.ATest").heard = 6;
        for (int i = 0; i < 2; i++) {
            books.ofSource("a.ATest").heardFirst.add(Outcome.PASSED, i);
            books.ofSource("a.ATest").told.add(Outcome.PASSED, i);
        }
        books.summary = 2;
        books.endedMillis = BUILD + 2;
        BooksFile.begin(books(id), books.header());
        BooksFile.end(books(id), books);
    }

    private RunHeader header(String maven, String unlike) {
        return new RunHeader(maven, BUILD + 1, module.toString(), "reports", "", unlike, 0);
    }

    private Path books(String id) {
        return layout.runDirectory(id).resolve(BooksFile.NAME);
    }

    private Path report(String className, int cases) throws IOException {
        String xml = "<testsuite>" + ("<testcase classname=\"" + className + "\"/>").repeat(cases) + "</testsuite>";
        return Files.writeString(reports.resolve("TEST-" + className + ".xml"), xml);
    }
}
