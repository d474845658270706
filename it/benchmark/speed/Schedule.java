import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a run's tests lay beside one another, as its record says: from the moment when the first worker was ready to the end of the last
 * class. The best that can be is that all forks work until then, each from when its own first worker was ready.
 *
 * @param seconds how long that took
 * @param best how long it would have taken in the best possible schedule
 * @param bestWithoutStart the same if all workers had been ready with the first
 */
record Schedule(double seconds, double best, double bestWithoutStart) {
    private static final Pattern AT = Pattern.compile("\"at\":(\\d+)");
    private static final Pattern FORK = Pattern.compile("\"fork\":(\\d+)");
    private static final double CLOSE = 1.10;

    /**
     * Reads the newest record of a project.
     *
     * @param work what the tests wait in all, in seconds
     */
    static Schedule read(Path runs, double work, int forks) throws IOException {
        Path record;
        try (Stream<Path> files = Files.walk(runs)) {
            record = files.filter(file -> file.endsWith("record.jsonl"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
        Map<Long, Long> ready = new TreeMap<>();
        long end = 0;
        for (String line : Files.readAllLines(record)) {
            if (line.contains("\"what\":\"worker\"") && line.contains("\"state\":\"ready\"")) {
                ready.merge(number(FORK, line), number(AT, line), Math::min);
            } else if (line.contains("\"what\":\"classEnd\"")) {
                end = Math.max(end, number(AT, line));
            }
        }
        List<Long> starts = new ArrayList<>(ready.values());
        long first = starts.stream().mapToLong(Long::longValue).min().orElseThrow();
        double late = starts.stream().mapToLong(start -> start - first).sum() / 1e3;
        return new Schedule((end - first) / 1e3, (work + late) / forks, work / forks);
    }

    double ratio() {
        return seconds / best;
    }

    String row(String name, int forks) {
        return "| %s: schedule | %d | %.2f s of %.2f s, which is best: %.3f (≤ %.2f%s); had all workers been ready with the first, %.2f s | | | | | | |"
                .formatted(name, forks, seconds, best, ratio(), CLOSE, ratio() <= CLOSE ? "" : ", MISSED", bestWithoutStart);
    }

    private static long number(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + line);
        }
        return Long.parseLong(matcher.group(1));
    }
}
