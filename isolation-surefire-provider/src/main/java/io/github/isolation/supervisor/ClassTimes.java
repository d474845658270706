package io.github.isolation.supervisor;

import io.github.isolation.record.UsualTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long each class took when it ran last, in a file that outlives the run. Measured from the hand-out of a class to the
 * worker's next question, in milliseconds. The loop's, after it was read.
 */
public final class ClassTimes {
    /** A worker whose class takes less is better off without an optimizing compiler. */
    private static final long SHORT_MILLIS = 3_000;

    private final Path file;
    private final Map<String, Long> millis = new TreeMap<>();

    private ClassTimes(Path file) {
        this.file = file;
    }

    /** What the last run left; nothing, if there was none or what it left cannot be read. */
    public static ClassTimes read(Path file) {
        ClassTimes times = new ClassTimes(file);
        times.millis.putAll(UsualTimes.read(file));
        return times;
    }

    /** In milliseconds, by class. */
    public Map<String, Long> millis() {
        return Map.copyOf(millis);
    }

    void took(String className, long took) {
        millis.put(className, took);
    }

    /** The longest first. What is new comes before everything else: nobody knows how long it takes. */
    public List<String> longestFirst(List<String> classes) {
        List<String> sorted = new ArrayList<>(classes);
        sorted.sort(Comparator.comparingLong((String name) -> millis.getOrDefault(name, Long.MAX_VALUE))
                .reversed());
        return sorted;
    }

    /** Whether something is known of these classes, and nothing of it is long. */
    public boolean areShort(List<String> classes) {
        boolean known = false;
        for (String name : classes) {
            Long took = millis.get(name);
            known |= took != null;
            if (took != null && took >= SHORT_MILLIS) {
                return false;
            }
        }
        return known;
    }

    void write() throws IOException {
        if (millis.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Long> one : millis.entrySet()) {
            lines.add(one.getValue() + " " + one.getKey());
        }
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, ".tmp-", null);
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
