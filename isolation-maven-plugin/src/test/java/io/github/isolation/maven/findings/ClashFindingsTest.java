package io.github.isolation.maven.findings;

import static io.github.isolation.maven.findings.Lines.resources;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.findings.Finding.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two classes do that would clash in two forks, and what would not. */
final class ClashFindingsTest {
    @TempDir
    Path run;

    private List<String> findings(Lines lines) throws IOException {
        return Lines.told(lines.report(run));
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
            for (String path :
                    List.of("/data.mv.db", "/data/log", "/data-wal", "/database", "/data-in.csv", "/data.xml")) {
                lines.hit("WRITE", test, path);
            }
        }
        lines.hit("DATABASE", 1, "/data");
        assertEquals(6, lines.report(run).findings().size(), "one class alone opens it");
        lines.hit("DATABASE", 2, "/data");
        assertEquals(
                List.of("/data", "/data-in.csv", "/data.xml", "/database"),
                resources(lines.report(run), Section.CLASHES));
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
}
