package io.github.isolation.maven.findings;

import static io.github.isolation.maven.findings.Lines.resources;
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

/** The report as a whole: the same each time, with names that hold anywhere, and nothing that nobody wants to hear of. */
final class AuditReportTest {
    private static final AuditReport.Wish WISH = new AuditReport.Wish(Path.of(""), List.of(), Baseline.NONE);

    @TempDir
    Path run;

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
}
