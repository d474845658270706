import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether two sets of XML reports say the same: the same cases, each as often, and with the same outcome. Arguments: directories in which the reports
 * are, at any depth, separated by commas; twice.
 */
public final class Cases {
    private static final int LISTED = 20;

    private Cases() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Integer> expected = read(arguments[0]);
        Map<String, Integer> found = read(arguments[1]);
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String one : all) {
            int before = expected.getOrDefault(one, 0);
            int now = found.getOrDefault(one, 0);
            if (before != now) {
                differences.add(one + ": " + before + " times on one machine, " + now + " times in the merge");
            }
        }
        int cases = expected.values().stream().mapToInt(Integer::intValue).sum();
        if (differences.isEmpty()) {
            System.out.printf("equal: %,d cases%n", cases);
            return;
        }
        System.out.printf("%,d cases, and %d differences:%n", cases, differences.size());
        differences.stream().limit(LISTED).forEach(System.out::println);
        System.exit(1);
    }

    private static Map<String, Integer> read(String directories) throws IOException, XMLStreamException {
        Map<String, Integer> cases = new TreeMap<>();
        for (String directory : directories.split(",")) {
            try (Stream<Path> files = Files.walk(Path.of(directory))) {
                for (Path file : files.filter(one -> one.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
                    read(file, cases);
                }
            }
        }
        if (cases.isEmpty()) {
            throw new IOException("there are no reports in " + directories);
        }
        return cases;
    }

    private static void read(Path file, Map<String, Integer> cases) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            String name = "";
            String outcome = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("testcase")) {
                    name = xml.getAttributeValue(null, "classname") + "#" + xml.getAttributeValue(null, "name");
                    outcome = "passed";
                } else if (event == XMLStreamReader.START_ELEMENT
                        && List.of("failure", "error", "skipped").contains(xml.getLocalName())) {
                    outcome = xml.getLocalName();
                } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                    cases.merge(name + " " + outcome, 1, Integer::sum);
                }
            }
        }
    }
}
