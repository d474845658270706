package io.github.isolation.maven.findings;

import static io.github.isolation.maven.findings.Lines.resources;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests leave behind in their JVM, and which of it is probably harmless. */
final class LeftFindingsTest {
    @TempDir
    Path run;

    private List<String> findings(Lines lines) throws IOException {
        return Lines.told(lines.report(run));
    }

    @Test
    void whatIsLeftBehindIsAFindingUnlessItIsACacheOrTheTestsOwn() throws IOException {
        Lines lines = Lines.of("app.ATest.a")
                .hit("PROPERTY", 1, "mode")
                .add("s", "PROPERTY", "1", "", "mode", "not set", "set")
                .add("s", "FIELD", "1", "app.Shared", "list", "0 elements", "1 element")
                .add("s", "FIELD", "1", "app.Shared", "cache", "null", "a Thing")
                .add("s", "FILLED", "1", "app.Shared", "factory", "a Factory", "a Factory")
                .add("s", "FIELD", "1", "app.Shared", "namesCached", "0 elements", "1 element")
                .add("s", "FIELD", "1", "app.ATest", "setUp", "null", "a Thing")
                .add("s", "FIELD", "1", "app.ATest", "own", "0", "1")
                .add("s", "FIELD", "1", "app.ATest$Helper", "own", "0", "1")
                .add("s", "JVM", "1", "", "System.out", "a Stream", "a Stream")
                .add("s", "JVM", "1", "", "the shutdown hooks", "0 of them", "1 of them");
        AuditReport report = lines.report(run);
        assertEquals(List.of("app.Shared.list", "the system property mode"), resources(report, Section.LEFT));
        assertEquals(
                List.of(
                        "app.ATest$Helper.own",
                        "app.ATest.own",
                        "app.Shared.cache",
                        "app.Shared.factory",
                        "app.Shared.namesCached",
                        "the shutdown hooks"),
                resources(report, Section.HARMLESS));
        assertEquals(
                List.of("fills in what was null in it: a Factory"),
                report.findings().stream()
                        .filter(finding -> finding.resource().endsWith("factory"))
                        .map(finding -> finding.witnesses().get(0).does())
                        .toList());
        assertEquals(2, report.size());
        Finding property = report.findings().stream()
                .filter(finding -> finding.resource().endsWith("mode"))
                .findFirst()
                .orElseThrow();
        assertEquals("app.Code.does(Code.java:10)", property.witnesses().get(0).line());
        assertTrue(property.paste().contains("System.clearProperty(\"mode\")"), property.paste());
    }

    /** What was left is known of the class, and no test is said to have done what all of them together have. */
    @Test
    void severalTestsOfAClassThatChangeTheSameAreNotEachSaidToHaveDoneAllOfIt() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.ATest.b", "app.BTest.c")
                .add("s", "FIELD", "1", "app.Shared", "list", "0 elements", "3 elements")
                .add("s", "FIELD", "2", "app.Shared", "list", "0 elements", "3 elements")
                .add("s", "FIELD", "3", "app.Shared", "list", "3 elements", "4 elements");
        assertEquals(
                List.of(
                        "LEFT app.Shared.list [app.ATest.a changes it: 0 elements before its class, 3 elements after it,"
                                + " app.ATest.b changes it: 0 elements before its class, 3 elements after it,"
                                + " app.BTest.c changes it: 3 elements before, 4 elements after]"),
                findings(lines));
    }

    /** A stream that a test itself has put in place is one. */
    @Test
    void aStreamIsLeftBehindIfALineOfTheUsersHasDoneIt() throws IOException {
        Lines lines = Lines.of("app.ATest.a")
                .hit("SETTER", 1, "System.out")
                .add("s", "JVM", "1", "", "System.out", "a Stream", "a Mine");
        assertEquals(List.of("System.out"), resources(lines.report(run), Section.LEFT));
    }

    @Test
    void aThreadOfOneClassThatWorksInAnotherIsNamed() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b").hit("READ", 1, 2, "app.ATest", "/x");
        assertEquals(
                List.of(
                        "AT_WORK the thread 'main' of app.ATest.a [app.ATest.a reads /x, app.BTest.b runs at that time]"),
                findings(lines));
    }

    @Test
    void ofTheClassesThatAThreadMeetsSomeAreNamed() throws IOException {
        String[] tests = new String[14];
        Arrays.setAll(tests, i -> "app." + (char) ('A' + i) + "Test.x");
        Lines lines = Lines.of(tests);
        for (int during = 2; during <= tests.length; during++) {
            lines.hit("READ", 1, during, "app.ATest", "/x");
        }
        assertEquals(10, lines.report(run).findings().get(0).witnesses().size());
    }

    /** Each of several that leave the same has a line of its own. */
    @Test
    void theLineOfWhatIsLeftIsThatOfItsTest() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
                .hit("PROPERTY", 1, "mode")
                .hit("PROPERTY", 2, "mode")
                .add("s", "PROPERTY", "1", "", "mode", "not set", "set")
                .add("s", "PROPERTY", "2", "", "mode", "not set", "set");
        assertEquals(
                List.of("app.Code.does(Code.java:10)", "app.Code.does(Code.java:20)"),
                lines.report(run).findings().get(0).witnesses().stream()
                        .map(Finding.Witness::line)
                        .toList());
    }

    /** By numbers in the names of its threads, a pool would be another one in each run. */
    @Test
    void aThreadIsKnownByItsTestWhateverItMeets() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b", "app.CTest.c")
                .add("p", "1", "app.ATest", "a", "10")
                .add("h", "READ", "1", "2", "1", "0", "pool-3-thread-1", "/x")
                .add("h", "READ", "1", "3", "1", "0", "pool-3-thread-2", "/x");
        assertEquals(
                List.of("threads the thread 'pool-*-thread-*' of app.ATest.a"),
                lines.report(run).findings().stream().map(Finding::key).toList());
    }
}
