package io.github.isolation.surefire;

import io.github.isolation.record.RunFact;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The first line of a record: what was run, where, and with which settings. */
final class RunFacts {
    /**
     * The extension says these in any case, chosen or not. Their names, since a set of settings asks these records for their hash
     * codes, which takes a JVM that has just begun 25 ms.
     */
    private static final List<String> ALWAYS_HANDED_OVER = List.of(
            KnownSettings.FORK_COUNT.property(),
            KnownSettings.DIRECTORY.property(),
            KnownSettings.CACHE_DIRECTORY.property());

    private RunFacts() {}

    /**
     * Of a run that begins.
     *
     * @param properties this JVM's system properties, which are what the extension has handed over
     * @param startedAt milliseconds since 1970
     */
    static RunFact of(
            String run, long startedAt, int forks, List<String> classes, Properties properties, Booter booter) {
        String[] execution = properties.getProperty(Wiring.EXECUTION, "").split(":", 3);
        boolean known = execution.length == 3;
        return new RunFact(
                run,
                startedAt,
                version(),
                known ? execution[0] + " " + execution[1] : "",
                java(Path.of(booter.commandLine().java())),
                properties.getProperty("os.name") + " " + properties.getProperty("os.version") + " "
                        + properties.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                forks,
                properties.getProperty(Wiring.MODULE, ""),
                known ? execution[2] : "",
                properties.getProperty("basedir", ""),
                booter.value(Booter.REPORTS),
                settings(properties),
                classes);
    }

    private static String version() {
        try {
            return ApiVersion.ofRuntime(RunFacts.class.getClassLoader());
        } catch (IOException e) {
            return "";
        }
    }

    private static List<RunFact.Chosen> settings(Properties properties) {
        List<String> commandLine =
                List.of(properties.getProperty(Wiring.ON_COMMAND_LINE, "").split(","));
        List<RunFact.Chosen> settings = new ArrayList<>();
        for (Setting<?> setting : KnownSettings.all()) {
            String name = setting.property();
            String value = properties.getProperty(name);
            boolean fromCommandLine = commandLine.contains(name);
            if (setting.isForForks() && value != null && (fromCommandLine || !ALWAYS_HANDED_OVER.contains(name))) {
                settings.add(new RunFact.Chosen(name, value, fromCommandLine ? "command line" : "POM"));
            }
        }
        return settings;
    }

    /** What workers run on: this JVM's own version is another one's where the user has chosen a {@code jvm}. */
    private static String java(Path executable) {
        Path home = executable.toAbsolutePath().resolve("../..").normalize();
        Path release = home.resolve("release");
        if (home.equals(Path.of(System.getProperty("java.home"))) || !Files.isReadable(release)) {
            return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
        }
        try {
            Properties told = new Properties();
            try (Reader in = Files.newBufferedReader(release)) {
                told.load(in);
            }
            return told.getProperty("JAVA_VERSION", "").replace("\"", "");
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }
}
