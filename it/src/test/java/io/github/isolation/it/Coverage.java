package io.github.isolation.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What JaCoCo says was executed.
 *
 * @param lines of source files, as {@code package/File.java:7}, of which at least one instruction ran
 * @param methods as {@code Class.method}, likewise
 */
public record Coverage(Set<String> lines, Set<String> methods) {

    /** Reads a {@code jacoco.xml}. */
    public static Coverage read(Path file) throws IOException {
        Element root = parse(file);
        Set<String> lines = new TreeSet<>();
        Set<String> methods = new TreeSet<>();
        for (Element source : all(root, "sourcefile")) {
            String name = ((Element) source.getParentNode()).getAttribute("name") + "/" + source.getAttribute("name");
            for (Element line : all(source, "line")) {
                if (Integer.parseInt(line.getAttribute("ci")) > 0) {
                    lines.add(name + ":" + line.getAttribute("nr"));
                }
            }
        }
        for (Element method : all(root, "method")) {
            boolean ran = all(method, "counter").stream()
                    .anyMatch(counter -> counter.getAttribute("type").equals("METHOD")
                            && counter.getAttribute("covered").equals("1"));
            if (ran) {
                String of = ((Element) method.getParentNode()).getAttribute("name");
                methods.add(of.substring(of.lastIndexOf('/') + 1) + "." + method.getAttribute("name"));
            }
        }
        return new Coverage(lines, methods);
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // It names a grammar that is nowhere near it.
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a report that can be read: " + e.getMessage(), e);
        }
    }

    private static List<Element> all(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
