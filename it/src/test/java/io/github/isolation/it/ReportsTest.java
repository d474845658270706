package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts believe what {@link Reports} tells them: it must read every outcome, and notice what does not add up. */
class ReportsTest {

    @Test
    void everyOutcomeIsRead(@TempDir Path directory) throws IOException {
        write(directory, "TEST-a.AllTest.xml", suite("a.AllTest", 4, 1, 1, 1, """
                <testcase name="passes" classname="a.AllTest" time="0.1"/>
                <testcase name="fails" classname="a.AllTest"><failure message="1 &lt; 2" type="java.lang.AssertionError">at x</failure></testcase>
                <testcase name="breaks" classname="a.AllTest"><error type="java.io.IOException"/><system-out>hi</system-out></testcase>
                <testcase name="waits" classname="a.AllTest"><skipped message="later"/></testcase>
                """));

        Reports reports = Reports.of(directory);

        assertEquals(new Counts(4, 1, 1, 1), reports.counts());
        Case failed = reports.only("AllTest", "fails");
        assertEquals(
                new Case("a.AllTest", "fails", Outcome.FAILED, "java.lang.AssertionError", "1 < 2", "at x", List.of()),
                failed);
        assertEquals(Outcome.PASSED, reports.only("a.AllTest", "passes").outcome());
        assertEquals("java.io.IOException", reports.only("AllTest", "breaks").type());
        assertEquals("later", reports.cases(Outcome.SKIPPED).get(0).message());
        assertEquals(List.of(), reports.miscounts());
        assertEquals(Set.of(), reports.duplicates());
    }

    @Test
    void retriesAreReadAndDoNotChangeTheOutcome(@TempDir Path directory) throws IOException {
        write(directory, "TEST-FlakyTest.xml", suite("FlakyTest", 1, 0, 0, 0, """
                <testcase name="flakes" classname="FlakyTest"><flakyFailure message="once" type="E"><stackTrace>at x</stackTrace></flakyFailure></testcase>
                """));

        Case flaky = Reports.of(directory).only("FlakyTest", "flakes");

        assertEquals(Outcome.PASSED, flaky.outcome());
        assertEquals(List.of(new Retry("flakyFailure", "E", "once")), flaky.retries());
    }

    @Test
    void aFileThatClaimsMoreThanItHoldsIsNamed(@TempDir Path directory) throws IOException {
        write(
                directory,
                "TEST-ShortTest.xml",
                suite("ShortTest", 3, 0, 1, 0, "<testcase name='a' classname='ShortTest'/>"));

        List<String> miscounts = Reports.of(directory).miscounts();

        assertEquals(1, miscounts.size());
        assertTrue(miscounts.get(0).startsWith("TEST-ShortTest.xml claims Tests run: 3"), miscounts.get(0));
    }

    @Test
    void aCaseReportedTwiceIsNamed(@TempDir Path directory) throws IOException {
        write(directory, "TEST-TwiceTest.xml", suite("TwiceTest", 2, 0, 0, 0, """
                <testcase name="a" classname="TwiceTest"/><testcase name="a" classname="TwiceTest"/>
                """));

        Reports reports = Reports.of(directory);

        assertEquals(Set.of("TwiceTest#a"), reports.duplicates());
        assertThrows(IllegalStateException.class, () -> reports.only("TwiceTest", "a"));
    }

    @Test
    void noReportsAtAllIsAnError(@TempDir Path directory) throws IOException {
        write(directory, "failsafe-summary.xml", "<failsafe-summary/>");

        assertThrows(IOException.class, () -> Reports.of(directory));
    }

    @Test
    void aTruncatedReportIsAnErrorThatNamesTheFile(@TempDir Path directory) throws IOException {
        write(directory, "TEST-CutTest.xml", "<testsuite name='CutTest' tests='1'");

        IOException e = assertThrows(IOException.class, () -> Reports.of(directory));

        assertTrue(String.valueOf(e.getMessage()).contains("TEST-CutTest.xml"), e::toString);
    }

    private static void write(Path directory, String file, String xml) throws IOException {
        Files.writeString(directory.resolve(file), xml);
    }

    private static String suite(String name, int tests, int failures, int errors, int skipped, String cases) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"><properties/>%s</testsuite>"
                .formatted(name, tests, failures, errors, skipped, cases);
    }
}
