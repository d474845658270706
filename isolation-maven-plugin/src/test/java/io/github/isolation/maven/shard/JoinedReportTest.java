package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One report of several: nothing of a test is lost or changed in it, no test is there twice, and the numbers add up. */
class JoinedReportTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite"
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"a.xsd\" version=\"3.0.2\""
            + " name=\"a.ATest\"";

    /** What may be in a case, or beside one. */
    private static final List<String> PIECES = List.of(
            "<failure message=\"1 /> 0 &lt;/testsuite&gt; &#10;\" type='x/>y'><![CDATA[at </testcase></testsuite> ]]]]><![CDATA[> é]]></failure>",
            "<flakyFailure message=\"\"><stackTrace><![CDATA[<testcase name=\"no\"/>]]></stackTrace></flakyFailure>",
            "<rerunError type=\"t\"\n  ><stackTrace>a &amp; b</stackTrace><system-out><![CDATA[again\r\n]]></system-out></rerunError >",
            "<error/>",
            "<skipped message=\"中😀\"/>",
            "<system-out><![CDATA[<properties><property name=\"x\"/></properties>\n]]></system-out>",
            "<system-err>&#xd;&lt;/system-err&gt;<!-- </testcase> --></system-err>",
            "<properties><property name=\"of.a.case\" value=\"/\"/></properties>",
            " text \n");

    @TempDir
    Path directory;

    private Path write(String name, String xml) throws IOException {
        return Files.writeString(directory.resolve(name), xml);
    }

    private Path joined(List<Path> parts) throws IOException {
        Path joined = directory.resolve("joined.xml");
        JoinedReport.of(parts).write(joined);
        return joined;
    }

    private static Element suite(Path file) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        return document.getDocumentElement();
    }

    private static List<Element> children(Element suite, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = suite.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static void assertAdditive(List<Path> parts, Path joined) throws Exception {
        Element all = suite(joined);
        List<Element> expected = new ArrayList<>();
        List<Element> outputs = new ArrayList<>();
        Counts counts = Counts.NONE;
        for (Path part : parts) {
            expected.addAll(children(suite(part), "testcase"));
            outputs.addAll(children(suite(part), "system-out"));
            counts = counts.plus(ReportCases.read(part).counts());
        }
        assertAlike(expected, children(all, "testcase"));
        assertAlike(outputs, children(all, "system-out"));
        assertAlike(children(suite(parts.get(0)), "properties"), children(all, "properties"));
        assertEquals(counts, ReportCases.read(joined).counts());
        for (String name : List.of("tests", "errors", "skipped", "failures", "flakes")) {
            long sum = 0;
            for (Path part : parts) {
                String value = suite(part).getAttribute(name);
                sum += value.isEmpty() ? 0 : Long.parseLong(value);
            }
            String value = all.getAttribute(name);
            assertEquals(sum, value.isEmpty() ? 0 : Long.parseLong(value), name);
        }
        for (String name : List.of("name", "version", "xsi:noNamespaceSchemaLocation")) {
            assertEquals(suite(parts.get(0)).getAttribute(name), all.getAttribute(name));
        }
    }

    private static void assertAlike(List<Element> expected, List<Element> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(
                    expected.get(i).isEqualNode(found.get(i)), expected.get(i).getAttribute("name"));
        }
    }

    @Test
    void whateverIsInTheReportsOfPartsIsInTheJoinedOneOnce() throws Exception {
        Random random = new Random(29);
        for (int i = 0; i < 400; i++) {
            List<Path> parts = new ArrayList<>();
            for (int part = 1; part <= 1 + random.nextInt(4); part++) {
                parts.add(write("part-" + part + ".xml", report(random, part)));
            }
            assertAdditive(parts, joined(parts));
        }
    }

    private static String report(Random random, int part) {
        StringBuilder cases = new StringBuilder();
        int tests = random.nextInt(5);
        for (int i = 0; i < tests; i++) {
            cases.append(between(random))
                    .append("<testcase name=\"p")
                    .append(part)
                    .append(" c" + i + " &gt; /\"");
            cases.append(" classname=\"a.ATest\" time=\"0.0\"");
            if (random.nextInt(3) == 0) {
                cases.append("/>");
                continue;
            }
            cases.append(">");
            for (int piece = random.nextInt(4); piece > 0; piece--) {
                cases.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            cases.append("</testcase>");
        }
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append(" time=\"" + random.nextInt(3) + "." + random.nextInt(1_000) + "\" tests=\"" + tests + "\"");
        xml.append(" errors='" + random.nextInt(9) + "' skipped=\"0\"\n failures=\"" + random.nextInt(9) + "\"");
        xml.append(random.nextBoolean() ? " flakes=\"" + random.nextInt(9) + "\"" : "");
        if (tests == 0 && random.nextBoolean()) {
            return xml + "/>";
        }
        xml.append(">").append(between(random));
        if (random.nextInt(4) > 0) {
            xml.append("<properties>\n<property name=\"part\" value=\"" + part + "\"/></properties>");
        }
        xml.append(cases).append(random.nextInt(4) == 0 ? "<system-out><![CDATA[of the class]]></system-out>" : "");
        return xml.append(between(random)).append("</testsuite>").toString();
    }

    private static String between(Random random) {
        return List.of("", "\n  ", "<!-- <testcase> -->\r\n", "<?pi </testsuite> ?>")
                .get(random.nextInt(4));
    }

    /** Of each version that Surefire has had, with re-runs, nested classes and display names. */
    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.5.6", "3.6.1"})
    void reportsOfSurefireAreJoined(String version) throws Exception {
        try (Stream<Path> files =
                Files.list(Path.of("src/test/resources/reports").resolve(version))) {
            List<Path> parts = files.sorted().toList();
            assertTrue(parts.size() > 1);
            assertAdditive(parts, joined(parts));
        }
    }

    @Test
    void ofOnePartItIsTheSameText() throws IOException {
        String xml = HEAD + " time=\"0.125\" tests=\"1\">\n  <testcase name=\"a\"/>\n</testsuite>\n";
        assertEquals(xml, Files.readString(joined(List.of(write("one.xml", xml)))));
    }

    @Test
    void timesAreSummedUpAlsoBeyondAThousandSeconds() throws IOException {
        Path one = write("one.xml", HEAD + " time=\"1,234.5\" tests=\"1\"><testcase name=\"a\"/></testsuite>");
        Path two = write("two.xml", HEAD + " time=\"0.25\" tests=\"2\"><testcase name=\"b\"/></testsuite>");
        String joined = Files.readString(joined(List.of(one, two)));
        assertTrue(joined.contains(" time=\"1234.750\" tests=\"3\">"), joined);
    }

    @Test
    void whatIsNoReportIsRefusedAndNamed() throws IOException {
        Path fine = write("fine.xml", HEAD + "><testcase name=\"a\"/></testsuite>");
        List<String> broken = List.of(
                "",
                "no XML",
                HEAD,
                HEAD + ">",
                HEAD + "><testcase name=\"a\">",
                HEAD + "><testcase name=\"a\"></testsuite>",
                HEAD + "><testcase name=\"a\"/></testsuites>",
                HEAD + "><![CDATA[</testsuite>",
                "<!DOCTYPE testsuite><testsuite/>",
                "<testsuites/>");
        for (String xml : broken) {
            Path file = write("broken.xml", xml);
            String message = assertThrows(IOException.class, () -> joined(List.of(fine, file)), xml)
                    .getMessage();
            assertTrue(message.startsWith(file + " is no report of tests: "), message);
        }
        Path numbers = write("numbers.xml", HEAD + " tests=\"1e999999999\"/>");
        assertThrows(IOException.class, () -> joined(List.of(fine, numbers)));
        Path utf16 = directory.resolve("utf16.xml");
        Files.write(utf16, (HEAD.replace("UTF-8", "UTF-16") + "/>").getBytes(StandardCharsets.UTF_16));
        assertThrows(IOException.class, () -> joined(List.of(fine, utf16)));
    }
}
