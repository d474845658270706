package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.report.ReportEntryType;
import org.apache.maven.plugin.surefire.report.StatelessXmlReporter;
import org.apache.maven.plugin.surefire.report.TestSetStats;
import org.apache.maven.plugin.surefire.report.WrappedReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever characters are in names, messages and traces: what Surefire's own writer makes of our entries is XML. */
class ReportsAreXmlTest {
    private static final int FILES = 10;
    private static final int TESTS = 500;
    private static final String ODD =
            "\u0000\u0001\b\u001b[31m\u007f\u0085\ud83d\ude00\ud800\udfff\ufffe\uffff]]>&<\"' \r\n\t:.";

    @TempDir
    Path directory;

    @Test
    void fiveThousandTestsOfAnyCharacters() throws Exception {
        for (int file = 0; file < FILES; file++) {
            Random random = new Random(file);
            TestSetStats stats = new TestSetStats(false, true);
            for (int test = 0; test < TESTS; test++) {
                stats.testError(new WrappedReportEntry(entry(random, test), ReportEntryType.ERROR, 1, null, null));
            }
            write(
                    stats,
                    new WrappedReportEntry(
                            set(random),
                            ReportEntryType.ERROR,
                            1,
                            null,
                            null,
                            set(random).getSystemProperties()));
            NodeList cases = parse().getElementsByTagName("testcase");
            assertEquals(TESTS, cases.getLength(), "seed " + file);
            for (int i = 0; i < TESTS; i++) {
                String name = ((Element) cases.item(i)).getAttribute("name");
                assertEquals("test " + i, name.substring(0, name.indexOf('.')), "seed " + file);
            }
        }
    }

    private void write(TestSetStats stats, WrappedReportEntry set) {
        new StatelessXmlReporter(
                        directory.toFile(), null, false, 0, new HashMap<>(), "a.xsd", "3.0", false, false, false, false)
                .testSetCompleted(set, stats);
    }

    private Document parse() throws Exception {
        try (var files = Files.newDirectoryStream(directory)) {
            Path file = files.iterator().next();
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
            Files.delete(file);
            return document;
        }
    }

    private static TestEntry entry(Random random, int test) {
        String message = random.nextInt(5) == 0 ? null : text(random);
        Trace trace = new Trace(message, text(random), text(random));
        return Entries.report(new TestReport(
                false,
                test,
                "a.Test",
                text(random),
                "test " + test + "." + text(random),
                text(random),
                message,
                1,
                trace,
                Map.of(),
                text(random),
                null));
    }

    private static TestEntry set(Random random) {
        Map<String, String> properties =
                new HashMap<>(Map.of("a" + text(random), text(random), "b" + text(random), text(random)));
        return Entries.report(new TestReport(
                false, 0, "a.Test", text(random), null, null, null, 1, null, properties, "a.Test", null));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int n = random.nextInt(20); n > 0; n--) {
            boolean odd = random.nextBoolean();
            text.append(odd ? ODD.charAt(random.nextInt(ODD.length())) : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }
}
