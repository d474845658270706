package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.books.SourceAccount;
import io.github.isolation.books.Tally;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports that stock Surefire wrote of one suite, with one re-run: each version files a nested class, a display name and a
 * failed set-up in its own way, and none of them is a difference.
 */
class RealReportsTest {
    private static final Path REPORTS = Path.of("src/test/resources/reports");

    @TempDir
    Path changed;

    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.5.6", "3.6.1"})
    void ofEveryVersionAgreeWithWhatWasRun(String version) throws IOException {
        assertEquals(List.of(), Audit.compare(List.of(books(version)), ReportFiles.read(REPORTS.resolve(version), 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.5.6", "3.6.1"})
    void ofEveryVersionDifferOnceAFailureIsTakenOut(String version) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(REPORTS.resolve(version))) {
            for (Path file : files) {
                String xml = Files.readString(file).replaceAll("(?s)<(rerunError|error)[ >].*?</\\1>", "");
                Files.writeString(changed.resolve(file.getFileName()), xml);
            }
        }
        List<String> differences = Audit.compare(List.of(books(version)), ReportFiles.read(changed, 0));
        assertEquals(2, differences.size(), differences::toString);
    }

    @Test
    void ofOneVersionAreNotThoseOfAnother() throws IOException {
        // Surefire 3.2.5 has a test case for each attempt in a class with a nested one.
        ReportFiles old = ReportFiles.read(REPORTS.resolve("3.2.5"), 0);
        assertEquals(new Cases(11, 3, 2, 2), old.of("real.RealTest"));
        assertEquals(new Cases(1, 0, 0, 0), old.of("real.RealTest$Inner"));
        ReportFiles newer = ReportFiles.read(REPORTS.resolve("3.5.6"), 0);
        assertEquals(new Cases(8, 3, 2, 2), newer.of("Real"));
        assertEquals(new Cases(1, 0, 2, 0), newer.of("real.NoSetUpTest"));
    }

    private static RunBooks books(String version) {
        RunBooks books = new RunBooks(new RunHeader("1", 1, "/module", "/module/reports", "", "", 1));
        SourceAccount real = books.ofSource("real.RealTest");
        real.displayNames().addAll(List.of("Real", "inside"));
        tell(real.told, 3, 2, 1, 2);
        tell(real.toldAgain, 1, 1, 1, 0);
        SourceAccount inner = version.equals("3.2.5") ? books.ofSource("real.RealTest$Inner") : real;
        real.names().add(version.equals("3.6.1") ? "real.RealTest$Inner" : "real.RealTest");
        tell(inner.told, 1, 0, 0, 0);
        SourceAccount setUp = books.ofSource("real.NoSetUpTest");
        tell(setUp.told, 0, 0, 1, 0);
        tell(setUp.toldAgain, 0, 0, 1, 0);
        return books;
    }

    private static void tell(Tally tally, int passed, int failed, int errors, int skipped) {
        int[] numbers = {passed, failed, errors, skipped};
        List<Outcome> outcomes = List.of(Outcome.PASSED, Outcome.FAILED, Outcome.ERROR, Outcome.SKIPPED);
        for (int i = 0; i < numbers.length; i++) {
            for (int n = 0; n < numbers[i]; n++) {
                tally.add(outcomes.get(i), n);
            }
        }
    }
}
