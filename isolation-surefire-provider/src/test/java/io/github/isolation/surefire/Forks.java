package io.github.isolation.surefire;

import io.github.isolation.process.OwnCommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Forks as Surefire starts them. */
final class Forks {
    static final String PLATFORM = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";

    private Forks() {}

    /** With its files in this directory. */
    static Booter in(Path directory, List<String> options, Properties booter, Properties system) {
        List<String> main =
                new ArrayList<>(List.of("-jar", directory.resolve("boot.jar").toString()));
        main.addAll(List.of(directory.toString(), "dump", "surefire1", "surefire2"));
        return new Booter(new OwnCommandLine("/jdk/bin/java", options, main), booter, system);
    }

    /** With these properties, a name and a value in turn. */
    static Booter in(Path directory, String... booter) {
        return in(directory, List.of(), properties(booter), new Properties());
    }

    static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
