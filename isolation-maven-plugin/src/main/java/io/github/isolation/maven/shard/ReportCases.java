package io.github.isolation.maven.shard;

import io.github.isolation.maven.audit.ReportParsers;
import io.github.isolation.shard.ReportedClass.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an XML report says of its tests. Of several attempts at a test Surefire makes one case: it failed if the case has a failure, and
 * is flaky if it has one of an attempt only.
 *
 * @param counts of all cases
 * @param failed the names of those that failed or were errors
 * @param flaky the names of those that passed after they had failed
 */
record ReportCases(Counts counts, List<String> failed, List<String> flaky) {
    private static final XMLInputFactory PARSERS = ReportParsers.factory();

    private enum Fate {
        PASSED,
        SKIPPED,
        FLAKY,
        FAILED,
        ERROR;

        private Fate with(String element) {
            Fate other =
                    switch (element) {
                        case "failure" -> FAILED;
                        case "error" -> ERROR;
                        case "skipped" -> SKIPPED;
                        case "flakyFailure", "flakyError" -> FLAKY;
                        default -> PASSED;
                    };
            return other.compareTo(this) > 0 ? other : this;
        }
    }

    /**
     * Reads a report.
     *
     * @throws IOException if it cannot be read, or is not one
     */
    static ReportCases read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(PARSERS.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ReportCases parse(XMLStreamReader xml) throws XMLStreamException {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        List<String> failed = new ArrayList<>();
        List<String> flaky = new ArrayList<>();
        String name = "";
        Fate fate = null;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("testcase")) {
                    name = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
                    fate = Fate.PASSED;
                    depth = 0;
                } else if (fate != null && depth == 1) {
                    fate = fate.with(xml.getLocalName());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (fate != null && xml.getLocalName().equals("testcase")) {
                    counts.merge(fate, 1, Integer::sum);
                    if (fate == Fate.FLAKY) {
                        flaky.add(name);
                    } else if (fate.compareTo(Fate.FLAKY) > 0) {
                        failed.add(name);
                    }
                    fate = null;
                }
                depth--;
            }
        }
        Counts sums = new Counts(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Fate.FAILED, 0),
                counts.getOrDefault(Fate.ERROR, 0),
                counts.getOrDefault(Fate.SKIPPED, 0),
                counts.getOrDefault(Fate.FLAKY, 0));
        return new ReportCases(sums, failed, flaky);
    }
}
