package io.github.isolation.surefire;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.PropertyText;
import io.github.isolation.process.OwnCommandLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What Surefire wrote down for its booter: the arguments of {@code ForkedBooter.main} and the two property files they name.
 * The keys are those of Surefire's {@code BooterConstants}, which have not changed from 3.2 to 3.6.
 *
 * @param commandLine how this JVM was started
 * @param properties the booter's own property file
 * @param systemProperties the system properties of the fork
 */
record Booter(OwnCommandLine commandLine, Properties properties, Properties systemProperties) {
    private static final int ARGUMENTS = 4;

    static final String MAIN_CLASS = OwnCommandLine.BOOTER;

    static final String CHANNEL = "forkNodeConnectionString";
    static final String PROVIDER = "providerConfiguration";
    static final String FED_BY_MAVEN = "preferTestsFromInStream";
    static final String ONE_TEST_SET = "forkTestSet";
    static final String FORK_NUMBER = "forkNumber";
    static final String MAVEN_PID = "pluginPid";
    static final String REPORTS = "reportsDirectory";
    static final String RERUNS = "rerunFailingTestsCount";
    static final String RUN_ORDER = "runOrder";
    static final String SKIP_AFTER_FAILURES = "failFastCount";
    static final String DISCOVERY_OUTPUT = "discoverTestsOutputFile";
    static final String SUITE_XML_PREFIX = "testSuiteXmlFiles";
    private static final String CLASS_PATH_PREFIX = "classPathUrl.";
    private static final String SCANNED_CLASS_PREFIX = "tc.";

    static Booter ofThisJvm() throws IOException {
        OwnCommandLine commandLine = OwnCommandLine.read();
        Path directory = Path.of(argument(commandLine, 0));
        return new Booter(
                commandLine,
                load(directory.resolve(argument(commandLine, 2))),
                load(directory.resolve(argument(commandLine, 3))));
    }

    /** Where Surefire keeps the files of its forks, until Maven exits. */
    Path directory() {
        return Path.of(argument(commandLine, 0));
    }

    String value(String key) {
        return properties.getProperty(key, "");
    }

    /** Whether tests are run by the JUnit Platform, whose engines can be resumed inside a class. */
    boolean usesPlatform() {
        return value(PROVIDER).endsWith("JUnitPlatformProvider");
    }

    int number(String key) {
        String value = value(key);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    /** Whether the JVM that has started this one is alive, as far as it has told its process id. */
    boolean isMavenThere() {
        String pid = value(MAVEN_PID);
        return !pid.matches("\\d{1,18}")
                || ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** The one class this fork was started for, as {@code reuseForks=false} does it; otherwise what Surefire scanned. */
    List<String> classes() {
        String one = value(ONE_TEST_SET);
        if (!one.isEmpty()) {
            return List.of(one.substring(one.indexOf('|') + 1));
        }
        List<String> scanned = new ArrayList<>();
        for (int i = 0; properties.containsKey(SCANNED_CLASS_PREFIX + i); i++) {
            scanned.add(value(SCANNED_CLASS_PREFIX + i));
        }
        return scanned;
    }

    /** What stands between the JVM's options and the booter's own arguments: {@code -jar X.jar}, for example. */
    List<String> launch() {
        List<String> main = commandLine.main();
        return main.subList(0, main.size() - ARGUMENTS);
    }

    /** The jar this fork was started with, whose manifest names the class path; empty if it was started otherwise. */
    Optional<Path> bootJar() {
        List<String> launch = launch();
        return launch.size() == 2 && launch.get(0).equals("-jar")
                ? Optional.of(Path.of(launch.get(1)))
                : Optional.empty();
    }

    /** The booter's own arguments, with other property files. */
    List<String> arguments(Path workerProperties, Path workerSystemProperties) {
        return List.of(
                argument(commandLine, 0),
                argument(commandLine, 1),
                workerProperties.getFileName().toString(),
                workerSystemProperties.getFileName().toString());
    }

    /** Where the classes of the tests are. */
    List<URL> testClassPath() throws IOException {
        List<URL> places = new ArrayList<>();
        for (int i = 0; properties.containsKey(CLASS_PATH_PREFIX + i); i++) {
            String place = value(CLASS_PATH_PREFIX + i);
            places.add(
                    place.startsWith("file:")
                            ? new URL(place)
                            : Path.of(place).toUri().toURL());
        }
        return places;
    }

    /** Writes a property file where the booter will look for it, readable by its owner only. */
    Path store(Properties content) throws IOException {
        try {
            Path file = Files.createTempFile(directory(), "isolation", ".properties");
            return Files.writeString(file, PropertyText.of(content), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // A full disk is told without its name.
            throw new IOException("no properties for a worker in " + directory() + ": " + FileErrors.text(e), e);
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties loaded = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            loaded.load(in);
        }
        return loaded;
    }

    private static String argument(OwnCommandLine commandLine, int index) {
        List<String> main = commandLine.main();
        return main.get(main.size() - ARGUMENTS + index);
    }
}
