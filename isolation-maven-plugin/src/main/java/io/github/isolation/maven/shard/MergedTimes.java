package io.github.isolation.maven.shard;

import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long the classes of all modules took, in the file that {@code isolation.classTimes} names. */
final class MergedTimes {
    private final Map<String, Long> times = new TreeMap<>();

    private MergedTimes() {}

    /**
     * What was known before, and what these runs say; of the same class in several groups, the longest.
     *
     * @throws IOException if the file is there and cannot be understood: what is in it is not to be lost
     */
    static MergedTimes of(Path before, List<Shipped> runs) throws IOException {
        MergedTimes merged = new MergedTimes();
        Map<String, Long> news = new TreeMap<>();
        for (Shipped one : runs) {
            for (ReportedClass reported : one.run().reported()) {
                if (reported.state() != State.BESIDES && reported.worker() > 0) {
                    news.merge(one.header().key() + " " + reported.name(), reported.millis(), Math::max);
                }
            }
        }
        if (Files.isRegularFile(before)) {
            for (String line : Files.readAllLines(before)) {
                merged.take(before, line);
            }
        }
        merged.times.putAll(news);
        return merged;
    }

    private void take(Path file, String line) throws IOException {
        int space = line.indexOf(' ');
        try {
            times.put(line.substring(space + 1), Long.valueOf(line.substring(0, Math.max(0, space))));
        } catch (NumberFormatException e) {
            throw new IOException(file + " is no file of class times: '" + line + "'; remove it", e);
        }
    }

    int size() {
        return times.size();
    }

    void write(Path file) throws IOException {
        String lines = times.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey() + "\n")
                .collect(Collectors.joining());
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path draft = absolute.resolveSibling(absolute.getFileName() + ".tmp");
        Files.writeString(draft, lines);
        Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
    }
}
