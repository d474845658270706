package io.github.isolation.maven.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the things that tests did are findings, and what is said of each. */
final class AuditReportTest {
    private static final AuditReport.Wish WISH = new AuditReport.Wish(Path.of(""), List.of(), Baseline.NONE);

    @TempDir
    Path run;

    private List<String> findings(Lines lines) throws IOException {
        return lines.report(run).findings().stream()
                .map(finding -> finding.section() + " " + finding.resource() + " "
                        + finding.witnesses().stream()
                                .map(one -> one.test() + " " + one.does())
                                .toList())
                .toList();
    }

    @Test
    void aPathThatTwoClassesUseAndOneChangesIsAClash() throws IOException {
        Lines lines =
                Lines.of("app.ATest.a", "app.BTest.b").hit("READ", 1, "/shared").hit("WRITE", 2, "/shared");
        assertEquals(List.of("CLASHES /shared [app.BTest.b writes, app.ATest.a reads]"), findings(lines));
    }

    /** Which one of several is shown first does not depend on who came first. */
    @Test
    void twoThatChangeItArePreferredToOneThatReads() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b", "app.CTest.c")
                .hit("READ", 1, "/shared")
                .hit("DELETE", 3, "/shared")
                .hit("WRITE", 2, "/shared");
        assertEquals(
                List.of("CLASHES /shared [app.BTest.b writes, app.CTest.c deletes, app.ATest.a reads]"),
                findings(lines));
    }

    @Test
    void whoChangesAFileAndWhoOnlyLooksIsKnownByWhatWasDone() throws IOException {
        for (String kind : List.of("WRITE", "CREATE", "DELETE", "MOVE", "LINK", "DATABASE", "BIND_UNIX")) {
            Lines lines =
                    Lines.of("app.ATest.a", "app.BTest.b").hit(kind, 1, "/x").hit("READ", 2, "/x");
            assertEquals(List.of("/x"), resources(lines.report(run), Section.CLASHES), kind);
        }
        for (String kind : List.of("READ", "LIST", "MAKE_DIRECTORY")) {
            Lines lines =
                    Lines.of("app.ATest.a", "app.BTest.b").hit(kind, 1, "/x").hit("READ", 2, "/x");
            assertEquals(List.of(), resources(lines.report(run), Section.CLASHES), kind);
        }
    }

    /** Of a file that everybody uses, some are enough. */
    @Test
    void onlySoManyAreNamed() throws IOException {
        String[] tests = new String[12];
        Arrays.setAll(tests, i -> "app." + (char) ('A' + i) + "Test.x");
        Lines lines = Lines.of(tests);
        for (int i = 1; i <= tests.length; i++) {
            lines.hit("WRITE", i, "/shared");
        }
        assertEquals(10, lines.report(run).findings().get(0).witnesses().size());
    }

    /** The thread has no line of the user's; who has started it has. */
    @Test
    void whereAThreadWasStartedIsToldAsThat() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
                .add("p", "1", "app.ATest", "a", "10")
                .add("h", "WRITE", "1", "1", "1", "1", "pool", "/shared")
                .add("p", "2", "app.BTest", "b", "20")
                .add("h", "READ", "2", "2", "2", "0", "main", "/shared");
        assertEquals(
                List.of("CLASHES /shared [app.ATest.a writes it, in a thread started, app.BTest.b reads]"),
                findings(lines));
    }

    @Test
    void whatOneClassDoesByItselfIsNone() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.ATest.b", "app.ATest$Inner.c", "app.BTest.d")
                .hit("WRITE", 1, "/own")
                .hit("DELETE", 2, "/own")
                .hit("READ", 3, "/own")
                .hit("READ", 1, "/read")
                .hit("READ", 4, "/read")
                .hit("MAKE_DIRECTORY", 1, "/directory")
                .hit("MAKE_DIRECTORY", 4, "/directory")
                .hit("LIST", 4, "/directory");
        assertEquals(List.of(), findings(lines));
    }

    @Test
    void aDirectoryThatOneClassMakesAndAnotherDeletesIsAClash() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
                .hit("MAKE_DIRECTORY", 1, "/directory")
                .hit("DELETE", 2, "/directory");
        assertEquals(
                List.of("CLASHES /directory [app.BTest.b deletes, app.ATest.a makes the directory]"), findings(lines));
    }

    @Test
    void theFilesOfADatabaseAreNoFindingsBesideIt() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b");
        for (int test : new int[] {1, 2}) {
            for (String path : List.of("/data.mv.db", "/data/log", "/data-wal", "/database")) {
                lines.hit("WRITE", test, path);
            }
        }
        lines.hit("DATABASE", 1, "/data");
        assertEquals(5 - 1, lines.report(run).findings().size(), "one class alone opens it");
        lines.hit("DATABASE", 2, "/data");
        assertEquals(List.of("/data", "/database"), resources(lines.report(run), Section.CLASHES));
    }

    @Test
    void aPortThatTwoClassesBindIsAClashAndUdpIsAnotherOne() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b", "app.CTest.c")
                .hit("BIND_TCP", 1, "8080")
                .hit("BIND_TCP", 2, "8080")
                .hit("BIND_UDP", 3, "8080");
        assertEquals(List.of("CLASHES port 8080 (TCP) [app.ATest.a binds, app.BTest.b binds]"), findings(lines));
    }

    @Test
    void aServerThatNoTestHasStartedIsShared() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
                .hit("CONNECT_TCP", 1, "10.0.0.1:5432")
                .hit("CONNECT_TCP", 2, "10.0.0.1:5432")
                .hit("BIND_TCP", 1, "8080")
                .hit("CONNECT_TCP", 1, "127.0.0.1:8080")
                .hit("CONNECT_TCP", 2, "127.0.0.1:8080");
        assertEquals(
                List.of("SERVICES 10.0.0.1:5432 [app.ATest.a connects to, app.BTest.b connects to]"), findings(lines));
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

    /** Native code has changed it, in two tests of one class. */
    @Test
    void whatCodeWasOnlySeenToReadIsADifferenceToldOnce() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.ATest.a")
                .hit("READ", 2, "/x")
                .add("d", "1", "changed", "/x")
                .add("d", "1", "changed", "/x");
        assertEquals(List.of("DIFFERENCES /x [app.ATest was changed while it ran]"), findings(lines));
    }

    /** A pool outlives the test that has made its threads: then it is the line that says whose work it does. */
    @Test
    void whatAPoolDoesIsTheWorkOfTheTestThatRuns() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b", "app.CTest.c")
                .hit("WRITE", 1, 2, "app.BTest", "/x")
                .hit("READ", 3, "/x");
        assertEquals(List.of("CLASHES /x [app.BTest.b writes, app.CTest.c reads]"), findings(lines));
    }

    @Test
    void whereTestsRunSideBySideWhatAThreadHasInheritedCounts() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
                .hit("WRITE", 1, -1, "app.Code", "/x")
                .hit("WRITE", 0, -1, "app.Code", "/x")
                .hit("WRITE", 2, -1, "app.Code", "/x");
        assertEquals(List.of("CLASHES /x [app.ATest.a writes, app.BTest.b writes]"), findings(lines));
    }

    @Test
    void aFileThatNoCodeWasSeenToChangeIsSeenByDifference() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.ATest.a")
                .hit("WRITE", 2, "/seen")
                .add("d", "1", "changed", "/seen")
                .add("d", "1", "created", "/native");
        assertEquals(List.of("DIFFERENCES /native [app.ATest was created while it ran]"), findings(lines));
    }

    /** Its driver writes them in threads of its own, or in native code; the database is the finding, if there is one. */
    @Test
    void theFilesOfADatabaseThatAClassHasOpenedAreNoDifference() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.ATest.a", "app.BTest.")
                .hit("DATABASE", 2, "/data")
                .add("d", "1", "changed", "/data")
                .add("d", "1", "created", "/data-wal")
                .add("d", "1", "changed", "/data/log/log1.dat")
                .add("d", "1", "created", "/database")
                .add("d", "3", "changed", "/data-wal");
        assertEquals(
                List.of(
                        "DIFFERENCES /data-wal [app.BTest was changed while it ran]",
                        "DIFFERENCES /database [app.ATest was created while it ran]"),
                findings(lines));
    }

    /** Whatever the order in which tests ran, files were read and threads were scheduled. */
    @Test
    void theReportIsTheSameInWhateverOrderItCameAbout() throws IOException {
        List<String> expected = List.of();
        for (int seed = 0; seed < 20; seed++) {
            Path directory = Files.createDirectories(run.resolve("audit"));
            List<String> lines = new ArrayList<>(everything());
            List<String> first = lines.subList(0, lines.size() / 2);
            List<String> second = lines.subList(lines.size() / 2, lines.size());
            Collections.shuffle(first, new Random(seed));
            Collections.shuffle(second, new Random(seed));
            Lines head = Lines.of("app.ATest.a", "app.BTest.b", "app.CTest.c", "app.DTest.d")
                    .add("p", "1", "app.ATest", "a", "10")
                    .add("p", "2", "app.BTest", "b", "20")
                    .add("p", "3", "app.CTest", "c", "9")
                    .add("o", seed % 2 == 0 ? "files" : "ports")
                    .add("o", seed % 2 == 0 ? "ports" : "files");
            boolean swapped = seed % 3 == 0;
            Files.writeString(
                    directory.resolve(swapped ? "worker-2.tsv" : "worker-1.tsv"),
                    head.text() + String.join("\n", first) + "\n");
            Files.writeString(
                    directory.resolve(swapped ? "worker-1.tsv" : "worker-2.tsv"),
                    head.text() + String.join("\n", second) + "\n");
            AuditReport report = AuditReport.of(List.of(run), WISH);
            report.write(run.resolve("out"));
            List<String> written = List.of(
                    Files.readString(run.resolve("out/audit.txt")), Files.readString(run.resolve("out/audit.json")));
            expected = expected.isEmpty() ? written : expected;
            assertEquals(expected, written, "seed " + seed);
        }
        assertTrue(
                expected.get(0).contains("Clashes between forks: 2, State left in the JVM: 2, Threads"),
                expected.get(0));
    }

    private static List<String> everything() {
        List<String> lines = new ArrayList<>();
        for (String path : List.of("/x", "/y")) {
            for (String test : List.of("1", "2", "3")) {
                lines.add(String.join("\t", "h", "WRITE", test, test, test, "0", "main", path));
                lines.add(String.join("\t", "h", "READ", test, test, test, "0", "main", path));
            }
        }
        for (String during : List.of("2", "3", "4")) {
            lines.add(String.join("\t", "h", "LIST", "1", during, "1", "0", "pool-" + during + "-thread-1", "/z"));
            lines.add(String.join("\t", "s", "FIELD", during, "app.Shared", "list", "1 element", "2 elements"));
            lines.add(String.join("\t", "s", "PROPERTY", during, "", "mode", "not set", "set"));
            lines.add(String.join("\t", "d", during, "changed", "/native"));
        }
        lines.add(String.join("\t", "h", "PROPERTY", "2", "2", "2", "0", "main", "mode"));
        lines.add(String.join("\t", "h", "PROPERTY", "2", "2", "1", "0", "main", "mode"));
        return lines;
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

    @Test
    void pathsInKeysBeginInTheModuleOrWithTheUser() throws IOException {
        String home = Path.of(System.getProperty("user.home")).toRealPath().toString();
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b");
        for (String path : List.of(run.toRealPath() + "/target/x", home + "/.cache", "/etc/x\\ny")) {
            lines.hit("WRITE", 1, path).hit("WRITE", 2, path);
        }
        assertEquals(
                List.of("clashes /etc/x\\u000ay", "clashes target/x", "clashes ~/.cache"),
                lines.report(run).findings().stream().map(Finding::key).toList());
    }

    /** A class whatever it does, a class whose lines do it, a resource by its name or its path; a star is any text. */
    @Test
    void whatAUserDoesNotWantToHearOfIsLeftOut() throws IOException {
        Path module = run.toRealPath();
        Lines lines = Lines.of("app.ATest$Inner.a", "app.BTest.b", "app.CTest.c")
                .hit("WRITE", 1, module + "/target/x")
                .hit("WRITE", 2, module + "/target/x")
                .hit("DELETE", 3, module + "/target/x")
                .add("s", "PROPERTY", "2", "", "mode", "not set", "set")
                .add("s", "FIELD", "2", "app.Shared", "list", "1 element", "2 elements")
                .add("d", "1", "changed", module + "/native");
        for (String[] ignore : new String[][] {
            {"4", "nothing"},
            {"3", "app.ATest"}, // two that clash are left
            {"2", "app.BTest"},
            {"2", "app.ATest", "app.C*"},
            {"2", "app.ATest", "app.CTest"},
            {"3", "target/*"},
            {"3", "mode"},
            {"3", "the system property mode"},
            {"3", "app.Shared"},
            {"3", "app.Shared.list"},
            {"3", "native"},
            {"3", "app.Code*"},
            {"0", "app.*", "mode"}
        }) {
            List<Finding> left = lines.report(run, Arrays.copyOfRange(ignore, 1, ignore.length))
                    .findings();
            assertEquals(Integer.parseInt(ignore[0]), left.size(), Arrays.toString(ignore) + left);
        }
    }

    /** As a log of the build is, which somebody has redirected into the module. */
    @Test
    void whatChangesWhileNoClassRunsIsNoTestsDoing() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.BTest.")
                .add("d", "1", "changed", "/build.log")
                .add("d", "1", "created", "/native")
                .add("w", "/build.log")
                .add("d", "2", "changed", "/build.log");
        assertEquals(List.of("/native"), resources(lines.report(run), Section.DIFFERENCES));
    }

    @Test
    void whatIsNotSeenIsSaidAndSoIsALineThatWasCut() throws IOException {
        Path directory = Files.createDirectories(run.resolve("audit"));
        Files.writeString(
                directory.resolve("worker-1.tsv"),
                Lines.of("app.ATest.a")
                                .add("o", "files")
                                .add("x", "a.B.c()V", "this JDK has no such method")
                                .add("e", "it was too much")
                                .text()
                        + "h\tREA");
        AuditReport report = AuditReport.of(List.of(run), WISH);
        assertEquals(List.of("files"), report.areas());
        assertEquals(
                List.of(
                        "a.B.c()V: this JDK has no such method",
                        "it was too much",
                        "the end of " + directory.resolve("worker-1.tsv") + ": its last line was cut"),
                report.notSeen());
        assertTrue(report.text().contains("Not observed"), report.text());
        assertEquals("no finding", report.summary());
    }

    @Test
    void aFileOfAnotherVersionIsRefused() throws IOException {
        Path directory = Files.createDirectories(run.resolve("audit"));
        Files.writeString(directory.resolve("worker-1.tsv"), "isolation-audit 2\n");
        assertThrows(IOException.class, () -> AuditReport.of(List.of(run), WISH));
        Files.writeString(
                directory.resolve("worker-1.tsv"),
                Lines.of().add("h", "READ", "1", "1", "7", "0", "main", "/x").text());
        assertThrows(IOException.class, () -> AuditReport.of(List.of(run), WISH));
    }

    @Test
    void specialCharactersComeBack() throws IOException {
        Lines lines = Lines.of("app.ATest.a", "app.BTest.b")
                .hit("WRITE", 1, "/a\\tb\\\\c\\n\\rd")
                .hit("WRITE", 2, "/a\\tb\\\\c\\n\\rd");
        assertEquals(List.of("/a\tb\\c\n\rd"), resources(lines.report(run), Section.CLASHES));
    }

    private static List<String> resources(AuditReport report, Section section) {
        return report.findings().stream()
                .filter(finding -> finding.section() == section)
                .map(Finding::resource)
                .toList();
    }
}
