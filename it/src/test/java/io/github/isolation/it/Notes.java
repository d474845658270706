package io.github.isolation.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The notes the test classes of a build left in {@code target/notes/RUN}. */
public final class Notes {

    private Notes() {}

    /** All notes of one run, by class and process; a run without notes is an error. */
    public static List<Note> of(Path module, String run) throws IOException {
        List<Note> notes = soFar(module, run);
        if (notes.isEmpty()) {
            throw new IOException("No test class of " + module + " took notes in the run " + run);
        }
        return notes;
    }

    /** The notes of a run that is not finished and may not have begun. */
    static List<Note> soFar(Path module, String run) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (Path file : files(module.resolve("target/notes").resolve(run))) {
            notes.add(read(file));
        }
        return notes;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Note read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> seen = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> seen.put(name, properties.getProperty(name)));
        return new Note(seen);
    }
}
