package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Surefire writes is read as a parser reads it, and everything else is left to the parser. */
final class PlainReportTest {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** Pieces of report files; all of them may be inside of a test case, and beside one. */
    private static final List<String> PIECES = List.of(
            "<failure/>",
            "<error message=\"a &lt;b&gt; &quot;c&quot; &apos; &amp;amp#1; &#10;&#x9;> \" type='x>y'><![CDATA[at a.B]]></error>",
            "<skipped message = \"'\"  />",
            "<rerunFailure><stackTrace><![CDATA[<failure/>]]]]><![CDATA[>]]></stackTrace></rerunFailure >",
            "<flakyError\n  type=\"t\"\t><system-out>&lt;error/> ]</system-out></flakyError>",
            "<system-out><![CDATA[a[0]> ]>b <testcase classname=\"a.Printed\"/> ]] > ]]]></system-out>",
            "<properties><property name=\"failure\" value=\"\u4e2d\u00e9\ud83d\ude00\"/></properties>",
            " text &amp; more \r\n",
            "");

    private static final List<String> CLASSES =
            List.of("a.ATest", "a.ATest$In", "Gr\u00f6\u00dfe &amp; &lt;T&gt;", "&amp;#1;x", "tab&#9;and\nline", "");

    @TempDir
    private Path directory;

    static Stream<Path> reportsOfSurefire() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/reports"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("reportsOfSurefire")
    void reportsThatSurefireWroteAreReadAsTheParserReadsThem(Path file) throws IOException, XMLStreamException {
        assertEquals(ParsedReport.read(file), assertNotNullMap(PlainReport.read(file)));
    }

    @Test
    void whateverSurefireMayWriteIsReadAsTheParserReadsIt() throws IOException, XMLStreamException {
        Random random = new Random(22);
        for (int i = 0; i < 400; i++) {
            String xml = report(random);
            Map<String, Cases> expected =
                    ParsedReport.read(Files.writeString(directory.resolve("TEST-" + i + ".xml"), xml));
            assertEquals(expected, assertNotNullMap(read(xml)), xml);
        }
    }

    @Test
    void ofHalfAFileNothingIsBelieved() throws IOException {
        byte[] whole = report(new Random(23)).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertNull(PlainReport.read(new ByteArrayInputStream(whole, 0, length)), "the first " + length);
        }
        assertNotNull(PlainReport.read(new ByteArrayInputStream(whole)));
    }

    @Test
    void itDoesNotMatterInWhatPiecesAFileIsRead() throws IOException {
        String xml = report(new Random(24));
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece < 40; piece++) {
            int most = piece;
            InputStream slow = new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] into, int from, int length) {
                    return super.read(into, from, Math.min(most, length));
                }
            };
            assertEquals(read(xml), assertNotNullMap(PlainReport.read(slow)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " <testsuite/>",
                "\ufeff<testsuite/>",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><testsuite/>",
                "<?xml version=\"1.1\" encoding=\"UTF-8\"?><testsuite/>",
                "<?xml-stylesheet href=\"a\"?><testsuite/>",
                "<!DOCTYPE t><testsuite/>",
                "<!-- c --><testsuite/>",
                "<testsuite><!-- <testcase/> --></testsuite>",
                "<testsuite><?php <testcase/> ?></testsuite>",
                "<testsuite>&other;</testsuite>",
                "<testsuite>&#1;</testsuite>",
                "<testsuite>&#xffff;</testsuite>",
                "<testsuite>& </testsuite>",
                "<testsuite>\u0001</testsuite>",
                "<testsuite>\u0000</testsuite>",
                "<testsuite><![CDATA[\u0007]]></testsuite>",
                "<testsuite a=\"\u0007\"/>",
                "<testsuite a=\"<\"/>",
                "<testsuite a=b/>",
                "<testsuite a/>",
                "<testsuite a=\"1\"b=\"2\"/>",
                "<testsuite/ >",
                "<x:testsuite/>",
                "<testsuite><testcase></testsuite></testcase>",
                "<testsuite></testcase>",
                "<testsuite/><testsuite/>",
                "<testsuite/>x",
                "<testsuite><![CDAT[x]]></testsuite>",
                "< testsuite/>",
                "<1/>"
            })
    void everythingElseIsForTheParser(String xml) throws IOException {
        assertNull(read(xml));
    }

    private static String report(Random random) {
        StringBuilder xml = new StringBuilder(random.nextBoolean() ? DECLARATION : "");
        xml.append("<testsuite xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" name=\"a.ATest\">\n");
        for (int i = random.nextInt(6); i >= 0; i--) {
            if (random.nextInt(4) == 0) {
                xml.append(piece(random));
            } else {
                xml.append("  <testcase name=\"t\" classname=\"").append(CLASSES.get(random.nextInt(CLASSES.size())));
                xml.append("\" time=\"0.1\">");
                for (int j = random.nextInt(4); j > 0; j--) {
                    xml.append(piece(random));
                }
                xml.append("</testcase>\n");
            }
        }
        return xml.append(random.nextBoolean() ? "<testcase/>" : "")
                .append("</testsuite>")
                .toString();
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static Map<String, Cases> read(String xml) throws IOException {
        return PlainReport.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Cases> assertNotNullMap(Map<String, Cases> found) {
        assertNotNull(found, "it was left to the parser");
        return found;
    }
}
