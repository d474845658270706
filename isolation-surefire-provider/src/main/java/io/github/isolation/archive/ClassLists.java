package io.github.isolation.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes the workers of a run load, as their JVMs write it down: what the archive of a suite is made of. Any thread of
 * the supervisor's JVM may use it.
 */
public final class ClassLists {
    /** Of so many workers; a list has one or two megabytes. The others load hardly anything that these have not. */
    private static final int MOST = 32;

    /** What a path must not have in the option that names it: the JVM would put something else there. */
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[%\"\\r\\n]");

    /**
     * A class that came out of a jar, out of the JDK, or out of an archive of such; not one that was made by the JVM or by the
     * tests. Those of directories are among them only if a directory is called like a jar.
     */
    private static final Pattern LOADED =
            Pattern.compile("([^\\s/]+) source: (?:jrt:/.*|file:.*\\.jar|shared objects file \\(top\\))");

    /**
     * What they had loaded.
     *
     * @param counts the names of all these classes, each once, in the order in which they were loaded, and by how many workers
     */
    public record Loaded(Map<String, Integer> counts) {
        /** Writes the names of all of them into a file, one in a line, and says how many there are. */
        public int write(Path file) throws IOException {
            Files.write(file, counts.keySet());
            return counts.size();
        }

        /** The same of those that at least half of the workers loaded: the next one will need most of them. */
        public int writeUsual(Path file) throws IOException {
            // The most frequent class was loaded by every worker whose list is worth something.
            int workers =
                    counts.values().stream().mapToInt(count -> count).max().orElse(0);
            List<String> usual = new ArrayList<>();
            counts.forEach((name, count) -> {
                if (2 * count >= workers) {
                    usual.add(name);
                }
            });
            Files.write(file, usual);
            return usual.size();
        }
    }

    private final List<Path> files = new ArrayList<>();

    /**
     * The option with which a worker's JVM writes its list; empty if that is one too many.
     *
     * @param directory where it is written
     * @param serial the worker's
     */
    public synchronized Optional<String> option(Path directory, int serial) {
        Path file = directory.resolve("worker-" + serial + "-classes.log").toAbsolutePath();
        if (files.size() >= MOST || MEANS_SOMETHING.matcher(file.toString()).find()) {
            return Optional.empty();
        }
        try {
            // A JVM that cannot open it would not start.
            Files.deleteIfExists(file);
            Files.createFile(file);
        } catch (IOException e) {
            return Optional.empty();
        }
        files.add(file);
        return Optional.of("-Xlog:class+load=info:file=\"" + file + "\":none:filecount=0");
    }

    /** Reads what the JVMs wrote: some megabytes of each. */
    public synchronized Loaded read() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Path file : files) {
            for (String name : namesIn(file)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return new Loaded(counts);
    }

    private static Set<String> namesIn(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        if (!Files.isRegularFile(file)) {
            return names;
        }
        // What is no UTF-8, in the last line of a JVM that was killed, is no class either.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher loaded = LOADED.matcher(line);
                if (loaded.matches()) {
                    names.add(loaded.group(1));
                }
            }
        }
        return names;
    }

    /** Removes what the JVMs wrote. */
    public synchronized void delete() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
