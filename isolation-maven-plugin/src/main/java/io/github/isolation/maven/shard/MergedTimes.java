package io.github.isolation.maven.shard;

import io.github.isolation.record.MemberTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long the classes of all modules took, in the file that {@code isolation.classTimes} names, and beside it their members. */
final class MergedTimes {
    private final Map<String, Long> times = new TreeMap<>();

    private MergedTimes() {}

    /**
     * What was known before, and what is new.
     *
     * @throws IOException if the file is there and cannot be understood: what is in it is not to be lost
     */
    static MergedTimes of(Path before, Map<String, Long> news) throws IOException {
        MergedTimes merged = new MergedTimes();
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
            throw new IOException(
                    file + " is no file of " + (file.endsWith(MemberTimes.NAME) ? "member" : "class") + " times: '"
                            + line + "'; remove it",
                    e);
        }
    }

    int size() {
        return times.size();
    }

    /**
     * Adds what is known of members to the file beside this one.
     *
     * @throws IOException if that is there and cannot be understood
     */
    static void addMembers(Path classTimes, Collection<MemberTimes.Seen> seen) throws IOException {
        Path file = MemberTimes.beside(classTimes.toAbsolutePath());
        of(file, Map.of());
        MemberTimes.add(file, seen);
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
