package io.github.isolation.maven.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Any report file, read by the JDK's parser. It looks into no other file, whatever this one says. */
final class ParsedReport {
    private static final XMLInputFactory PARSERS = ReportParsers.factory();

    private ParsedReport() {}

    /**
     * The test cases by the plain names of their classes.
     *
     * @throws XMLStreamException if the parser does not take it
     */
    static Map<String, Cases> read(Path file) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(PARSERS.createXMLStreamReader(in));
        }
    }

    private static Map<String, Cases> parse(XMLStreamReader xml) throws XMLStreamException {
        CaseCounter counter = new CaseCounter();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                boolean isCase = element.equals(CaseCounter.TEST_CASE);
                counter.begin(element, isCase ? xml.getAttributeValue(null, CaseCounter.CLASS_NAME) : null);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                counter.end();
            }
        }
        return counter.found();
    }
}
