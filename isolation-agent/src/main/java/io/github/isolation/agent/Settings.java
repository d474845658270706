package io.github.isolation.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * What the supervisor has written down for the agent of one worker, in a file of properties. Lists have a line break between two
 * elements, which no path has that is worth an audit.
 *
 * @param out the file that gets the findings
 * @param areas what is looked at
 * @param own directories of the fork's own, and of ours
 * @param classPath of the tests: what is read there is noise, what is changed there is not
 * @param jars that are the user's, as directories of classes are: of the build's own modules, and those whose tests are run
 * @param ports of the fork's own
 * @param watched directories that are compared before and after a class
 */
record Settings(
        Path out,
        Set<Area> areas,
        List<Path> own,
        List<Path> classPath,
        List<Path> jars,
        Set<String> ports,
        List<Path> watched) {

    static Settings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new Settings(
                Path.of(properties.getProperty("out")),
                Area.parse(properties.getProperty("areas", "")),
                paths(properties.getProperty("own", "")),
                paths(properties.getProperty("classPath", "")),
                paths(properties.getProperty("jars", "")),
                Set.copyOf(words(properties.getProperty("ports", ""))),
                paths(properties.getProperty("watched", "")));
    }

    private static List<Path> paths(String text) {
        List<Path> paths = new ArrayList<>();
        for (String word : words(text)) {
            paths.add(Path.of(word));
        }
        return paths;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
