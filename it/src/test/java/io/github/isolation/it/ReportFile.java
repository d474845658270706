package io.github.isolation.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads one {@code TEST-*.xml} with the JDK's parser. */
final class ReportFile {

    private static final Map<String, Outcome> OUTCOMES =
            Map.of("failure", Outcome.FAILED, "error", Outcome.ERROR, "skipped", Outcome.SKIPPED);
    private static final Set<String> RETRIES = Set.of("flakyFailure", "flakyError", "rerunFailure", "rerunError");

    private static final Set<String> PRINTED = Set.of("system-out", "system-err");

    private ReportFile() {}

    static Suite read(Path file) throws IOException {
        Element root = parse(file);
        List<Case> cases =
                children(root, "testcase").stream().map(ReportFile::testCase).toList();
        Counts claimed = new Counts(
                number(root, "tests", file),
                number(root, "failures", file),
                number(root, "errors", file),
                number(root, "skipped", file));
        return new Suite(String.valueOf(file.getFileName()), root.getAttribute("name"), claimed, cases);
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a report that can be read: " + e.getMessage(), e);
        }
    }

    private static Case testCase(Element test) {
        Element verdict = null;
        StringBuilder printed = new StringBuilder();
        List<Retry> retries = new ArrayList<>();
        for (Element child : children(test)) {
            if (OUTCOMES.containsKey(child.getTagName())) {
                verdict = child;
            } else if (RETRIES.contains(child.getTagName())) {
                retries.add(new Retry(child.getTagName(), child.getAttribute("type"), child.getAttribute("message")));
            } else if (PRINTED.contains(child.getTagName())) {
                printed.append(child.getTextContent());
            }
        }
        String className = test.getAttribute("classname");
        String name = test.getAttribute("name");
        return verdict == null
                ? new Case(className, name, Outcome.PASSED, "", "", "", retries, printed.toString())
                : new Case(
                        className,
                        name,
                        OUTCOMES.getOrDefault(verdict.getTagName(), Outcome.ERROR),
                        verdict.getAttribute("type"),
                        verdict.getAttribute("message"),
                        verdict.getTextContent(),
                        retries,
                        printed.toString());
    }

    private static int number(Element root, String attribute, Path file) throws IOException {
        String value = root.getAttribute(attribute);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": the attribute " + attribute + " is not a number: '" + value + "'", e);
        }
    }

    private static List<Element> children(Element parent, String tag) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(tag))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
