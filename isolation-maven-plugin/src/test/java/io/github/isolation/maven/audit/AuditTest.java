package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.books.SourceAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where books and report files are the same, nothing is said; where they are not, both sides are. */
class AuditTest {
    private final Map<String, Cases> found = new TreeMap<>();
    private final List<Path> unreadable = new ArrayList<>();
    private final Map<String, Cases> elsewhere = new TreeMap<>();

    @Test
    void whatIsTheSameIsNotSpokenOf() {
        found.put("a.ATest", new Cases(4, 1, 1, 1));
        found.put("b.OfAnotherRun", new Cases(1, 0, 0, 0));
        assertEquals(List.of(), compare(List.of(told("a.ATest", "", 1, 1, 1, 1))));
    }

    @Test
    void aReportThatIsMissingIsSeen() {
        assertEquals(
                List.of("a.ATest: Maven was told of 2 results (2 passed), and the report files have 0 test cases"),
                compare(List.of(told("a.ATest", "", 2, 0, 0, 0))));
    }

    @Test
    void aFailureThatIsMissingIsSeen() {
        found.put("a.ATest", new Cases(2, 0, 0, 0));
        assertEquals(
                List.of("a.ATest: Maven was told of 2 results (1 passed, 1 failure), and the report files have 2 test"
                        + " cases"),
                compare(List.of(told("a.ATest", "", 1, 1, 0, 0))));
    }

    @Test
    void whatTestsWriteBesideCountsForNothing() {
        found.put("a.ATest", new Cases(2, 0, 0, 0));
        elsewhere.put("a.ATest", new Cases(2, 0, 0, 0));
        assertEquals(List.of(), compare(List.of(told("a.ATest", "", 2, 0, 0, 0))));
        found.put("a.ATest", new Cases(1, 0, 0, 0));
        assertEquals(1, compare(List.of(told("a.ATest", "", 2, 0, 0, 0))).size());
    }

    @Test
    void aFileWithANameThatIsNotKnownMayBeSurefiresAllTheSame() {
        elsewhere.put("a.ATest", new Cases(2, 0, 0, 0));
        assertEquals(List.of(), compare(List.of(told("a.ATest", "", 2, 0, 0, 0))));
    }

    @Test
    void aFailureThatBecameAnErrorIsSeen() {
        found.put("a.ATest", new Cases(1, 0, 1, 0));
        assertEquals(1, compare(List.of(told("a.ATest", "", 0, 1, 0, 0))).size());
    }

    @Test
    void whatIsCountedTwiceIsSeen() {
        found.put("a.ATest", new Cases(4, 0, 0, 0));
        assertEquals(1, compare(List.of(told("a.ATest", "", 2, 0, 0, 0))).size());
    }

    @Test
    void ofReRunsEveryFailureIsThereAndTestsOfOneNameMayBeOne() {
        RunBooks books = books("", 2);
        SourceAccount source = books.ofSource("a.ATest");
        source.told.add(Outcome.FAILED, 1);
        source.told.add(Outcome.ERROR, 2);
        source.toldAgain.add(Outcome.PASSED, 1);
        source.toldAgain.add(Outcome.ERROR, 2);
        source.toldAgain.add(Outcome.ERROR, 2);
        found.put("a.ATest", new Cases(2, 1, 3, 0)); // a flakyFailure, an error, two rerunErrors
        assertEquals(List.of(), compare(List.of(books)));

        found.put("a.ATest", new Cases(2, 1, 2, 0));
        assertEquals(1, compare(List.of(books)).size());
        found.put("a.ATest", new Cases(6, 1, 3, 0));
        assertEquals(1, compare(List.of(books)).size());
    }

    @Test
    void ofTwoRunsTheSecondMayHaveWrittenOverTheFirst() {
        List<RunBooks> runs = List.of(told("a.ATest", "", 2, 0, 0, 0), told("a.ATest", "", 1, 0, 0, 0));
        found.put("a.ATest", new Cases(1, 0, 0, 0));
        assertEquals(List.of(), compare(runs));
        found.put("a.ATest", new Cases(3, 0, 0, 0)); // one run for each of two forks
        assertEquals(List.of(), compare(runs));
        found.put("a.ATest", new Cases(2, 0, 0, 0));
        assertEquals(1, compare(runs).size());
    }

    @Test
    void theSuffixTellsTheReportsOfTwoRunsApart() {
        found.put("a.ATest(one)", new Cases(2, 0, 0, 0));
        found.put("a.ATest(two)", new Cases(1, 0, 0, 0));
        assertEquals(
                List.of(), compare(List.of(told("a.ATest", "one", 2, 0, 0, 0), told("a.ATest", "two", 1, 0, 0, 0))));
    }

    @Test
    void aClassMayGoByItsDisplayNameAndShareIt() {
        RunBooks books = told("a.ATest", "", 2, 0, 0, 0);
        books.ofSource("a.ATest").displayNames().add("Orders");
        SourceAccount other = books.ofSource("b.BTest");
        other.displayNames().add("Orders");
        other.told.add(Outcome.FAILED, 1);
        found.put("Orders", new Cases(2, 1, 0, 0));
        found.put("a.ATest", new Cases(1, 0, 0, 0));
        assertEquals(List.of(), compare(List.of(books)));
        found.put("Orders", new Cases(1, 0, 0, 0));
        assertEquals(
                List.of(
                        "a.ATest, b.BTest: Maven was told of 3 results (2 passed, 1 failure), and the report files have 2"
                                + " test cases"),
                compare(List.of(books)));
        // Where no report has a display name, classes that share one are looked at one by one.
        found.remove("Orders");
        assertEquals(2, compare(List.of(books)).size());
    }

    @Test
    void namesThatXmlCannotSayAreTheSameInWhateverWayTheyAreWritten() {
        found.put(ReportNames.plain("feature &#27;[1m \ufffd"), new Cases(1, 0, 0, 0));
        assertEquals(List.of(), compare(List.of(told("feature \u001b[1m \ufffd", "", 1, 0, 0, 0))));
    }

    @Test
    void whatSurefireItselfLosesIsNotHeldAgainstAnybody() {
        RunBooks oneFile = told("Log in: as a user", "", 1, 0, 0, 0);
        oneFile.ofSource("Log in? as a user").told.add(Outcome.PASSED, 1);
        assertEquals(List.of(), compare(List.of(oneFile)));
        assertEquals(List.of(), compare(List.of(told("x".repeat(300), "", 1, 0, 0, 0))));
    }

    @Test
    void aFileThatNoParserTakesMayHaveWhatIsMissing() {
        unreadable.add(Path.of("TEST-a.ATest.xml"));
        assertEquals(List.of(), compare(List.of(told("a.ATest", "", 2, 0, 0, 0))));
        found.put("a.ATest", new Cases(3, 0, 0, 0));
        assertEquals(1, compare(List.of(told("a.ATest", "", 2, 0, 0, 0))).size());
    }

    /** With each class in a file of its own. */
    private List<String> compare(List<RunBooks> runs) {
        ReportFiles reports = new ReportFiles();
        found.forEach((name, cases) ->
                reports.add("TEST-" + name.replaceAll("\\((.*)\\)", "-$1") + ".xml", Map.of(name, cases)));
        reports.add("TEST-by-the-tests-themselves.xml", elsewhere);
        reports.unreadable().addAll(unreadable);
        return Audit.compare(runs, reports);
    }

    static RunBooks books(String suffix, int reruns) {
        return new RunBooks(new RunHeader("1", 1, "/module", "/module/reports", suffix, "", reruns));
    }

    static RunBooks told(String name, String suffix, int passed, int failed, int errors, int skipped) {
        RunBooks books = books(suffix, 0);
        SourceAccount source = books.ofSource(name);
        add(source, Outcome.PASSED, passed);
        add(source, Outcome.FAILED, failed);
        add(source, Outcome.ERROR, errors);
        add(source, Outcome.SKIPPED, skipped);
        return books;
    }

    private static void add(SourceAccount source, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            source.told.add(outcome, i);
            source.heardFirst.add(outcome, i);
        }
    }
}
