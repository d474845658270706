import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What supervisors wrote down of their runs. */
record Records(double peak, double cpu, long events, int fromArchiveOfSuite, List<Double> gaps) {
    private static final double KIB_PER_MIB = 1024;
    private static final double MILLIS_PER_SECOND = 1000;

    static void forget(Path runs) throws IOException {
        if (Files.isDirectory(runs)) {
            try (Stream<Path> files = Files.walk(runs)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static Records read(Path runs) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            try (Stream<Path> files = Files.walk(runs)) {
                for (Path file : files.filter(path -> path.endsWith("record.jsonl")).toList()) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        double peak = number(lines, "peakRssKiB") / KIB_PER_MIB;
        List<Double> gaps = lines.stream()
                .filter(line -> line.contains("\"gap\""))
                .map(line -> number(List.of(line), "millis"))
                .toList();
        int fromArchiveOfSuite =
                (int) lines.stream().filter(line -> line.contains("\"archive\":\"suite\"")).count();
        return new Records(
                peak, number(lines, "cpuMillis") / MILLIS_PER_SECOND, (long) number(lines, "events"), fromArchiveOfSuite, gaps);
    }

    Measured with(double wall, double allCpu, double allMemory, String tests) {
        return new Measured(wall, allCpu, allMemory, peak, cpu, events, fromArchiveOfSuite, tests, gaps);
    }

    private static double number(List<String> lines, String name) {
        Pattern pattern = Pattern.compile("\"" + name + "\": ?([0-9.]+)");
        double last = 0;
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            last = matcher.find() ? Double.parseDouble(matcher.group(1)) : last;
        }
        return last;
    }
}
