import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A project of the integration tests, copied to where it can be built: what Maven would fill into its POMs is filled in. */
record Project(Path directory) {
    /** Suites that nobody here wrote, a module each. */
    static final List<String> SUITES = List.of(
            "commons-text", "commons-collections4", "commons-csv", "commons-codec", "commons-compress", "commons-cli");

    /** All those suites, of which this is one. */
    static Project suite(String name, Path root, Path work) throws IOException {
        Path all = copy(root.resolve("it/src/it/parity-suites"), root, work).directory;
        Path parent = all.resolve("pom.xml");
        // Trying out takes longer than the tests, which is no reason to end them.
        Files.writeString(parent, Files.readString(parent).replaceAll("(?<=InSeconds>)\\d+", "3600"));
        return new Project(all.resolve(name));
    }

    static Project copy(Path from, Path root, Path work) throws IOException {
        Path to = work.resolve("projects").resolve(from.getFileName());
        delete(to);
        Map<String, String> values = Map.of(
                "@project.version@", found(root, "<artifactId>isolation-parent</artifactId>\\s*<version>(.*?)</version>"),
                "@surefire.newest.version@", found(root, "<surefire.newest.version>(.*?)</surefire.newest.version>"),
                "@it.slow@", "nothing",
                "@localRepositoryUrl@", "file://" + System.getProperty("user.home") + "/.m2/repository");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (file.endsWith("pom.xml")) {
                    String text = Files.readString(file);
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        text = text.replace(value.getKey(), value.getValue());
                    }
                    Files.writeString(copy, text);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new Project(to);
    }

    private static String found(Path root, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(root.resolve("pom.xml")));
        if (!matcher.find()) {
            throw new IOException("the POM of the project has no " + pattern);
        }
        return matcher.group(1);
    }

    /** The report of the last audit; none from now on. */
    String takeReport(String name) throws IOException {
        Path report = directory.resolve("target/isolation/audit").resolve(name);
        String text = Files.readString(report);
        delete(report.getParent());
        return text;
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
