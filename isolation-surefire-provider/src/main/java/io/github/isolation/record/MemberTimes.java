package io.github.isolation.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How long the members of long classes took that several machines might share, in a file beside that of {@link UsualTimes}: a line for
 * each member, with milliseconds, the key of the execution if the file is of several, the class, and the name of the member.
 */
public final class MemberTimes {
    /** What the file is called. */
    public static final String NAME = "member-times";

    /** A class that takes less, in milliseconds, has no lines: nobody would divide it. */
    public static final long LONG_MILLIS = 1_000;

    /**
     * What a run has seen of a class.
     *
     * @param key of the execution it is of; empty if the file is of one alone
     * @param divisible whether several machines might share it
     * @param found the names of all its members
     * @param millis of those that ran
     */
    public record Seen(
            String key, String className, boolean divisible, Collection<String> found, Map<String, Long> millis) {}

    private MemberTimes() {}

    /** The file beside this one of class times. */
    public static Path beside(Path classTimes) {
        return classTimes.resolveSibling(NAME);
    }

    /**
     * What is known of one execution: by class and by member, in milliseconds; nothing, if there is no such file or if it cannot be
     * read.
     *
     * @param key of the execution; empty if the file is of one alone
     */
    public static SortedMap<String, SortedMap<String, Long>> read(Path file, String key) {
        SortedMap<String, SortedMap<String, Long>> classes = new TreeMap<>();
        String prefix = prefix(key);
        UsualTimes.read(file).forEach((name, millis) -> {
            if (name.startsWith(prefix)) {
                String[] parts = name.substring(prefix.length()).split(" ", 2);
                if (parts.length == 2) {
                    classes.computeIfAbsent(parts[0], any -> new TreeMap<>()).put(parts[1], millis);
                }
            }
        });
        return classes;
    }

    /**
     * Adds what is new to what is there by now. What is known of other classes stays, also of members that did not run; members that
     * are not there any more go, and so does all of a class that nobody can divide any more.
     */
    public static void add(Path file, Collection<Seen> news) throws IOException {
        SortedMap<String, Long> all = new TreeMap<>(UsualTimes.read(file));
        for (Seen seen : news) {
            String prefix = prefix(seen.key()) + seen.className() + " ";
            Set<String> found = seen.divisible() ? new TreeSet<>(seen.found()) : Set.of();
            all.subMap(prefix, prefix + Character.MAX_VALUE)
                    .keySet()
                    .removeIf(name -> !found.contains(name.substring(prefix.length())));
            seen.millis().forEach((member, millis) -> {
                if (found.contains(member)) {
                    all.put(prefix + member, millis);
                }
            });
        }
        if (all.isEmpty() && !Files.exists(file)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        all.forEach((name, millis) -> lines.add(millis + " " + name));
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(directory, ".tmp-", null);
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String prefix(String key) {
        return key.isEmpty() ? "" : key + " ";
    }
}
