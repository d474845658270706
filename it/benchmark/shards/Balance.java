import io.github.isolation.shard.ShardPlan;
import io.github.isolation.shard.ShardPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plans of shards for recorded times, by the planner itself. Arguments: files of class times; where there are reports of the same run beside one
 * ({@code NAME.reports} for {@code NAME.times}), the times of its tests as well.
 */
public final class Balance {
    private static final double CLOSE = 1.1;
    private static final List<Integer> SHOWN = List.of(2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64);
    private static final Pattern CASE = Pattern.compile("<testcase [^>]*?time=\"([\\d.,]+)\"");

    private Balance() {}

    public static void main(String[] files) throws IOException {
        Locale.setDefault(Locale.ROOT);
        int missed = 0;
        for (String file : files) {
            missed += show(Path.of(file));
        }
        System.exit(missed == 0 ? 0 : 1);
    }

    private static int show(Path file) throws IOException {
        Map<String, Long> classes = classes(file);
        Map<String, Long> tests = tests(file);
        long sum = classes.values().stream().mapToLong(Long::longValue).sum();
        long longest = Collections.max(classes.values());
        System.out.printf(
                "%n%s: %d classes, %.1f s, the longest %.1f s%s%n%n",
                String.valueOf(file.getFileName()).replace(".times", ""),
                classes.size(),
                sum / 1e3,
                longest / 1e3,
                tests.isEmpty() ? "" : ", " + tests.size() + " tests");
        System.out.println("| shards | longest / mean | by count | at best, by the classes | at best, by tests |\n|---:|---:|---:|---:|---:|");
        int allowed = 0;
        List<String> misses = new ArrayList<>();
        for (int shards = 2; shards <= 64; shards++) {
            double mean = sum / (double) shards;
            double ours = longest(ShardPlanner.plan(classes.keySet(), classes, Map.of(), none(shards))) / mean;
            double counted = counted(classes, shards) / mean;
            double best = best(classes, shards) / mean;
            boolean isAllowed = best <= CLOSE;
            allowed += isAllowed ? 1 : 0;
            if (isAllowed && ours > CLOSE) {
                misses.add(shards + " shards: " + String.format("%.3f", ours));
            }
            if (SHOWN.contains(shards)) {
                System.out.printf("| %d | %.3f | %.2f | %.3f | %s |%n", shards, ours, counted, best, ofTests(tests, shards));
            }
        }
        System.out.printf(
                "%nOf 63 numbers of shards, the classes allow %.1f in %d, and the plan is there in %d.%s%n",
                CLOSE,
                allowed,
                allowed - misses.size(),
                misses.isEmpty() ? "" : " MISSED: " + String.join(", ", misses));
        return misses.size();
    }

    private static List<Long> none(int shards) {
        return Collections.nCopies(shards, 0L);
    }

    private static long longest(ShardPlan plan) {
        return Collections.max(plan.loads());
    }

    /** The classes by name, one after the other to one machine after the other. */
    private static long counted(Map<String, Long> classes, int shards) {
        List<Long> sums = new ArrayList<>(none(shards));
        int next = 0;
        for (long millis : new TreeMap<>(classes).values()) {
            int shard = next++ % shards;
            sums.set(shard, sums.get(shard) + millis);
        }
        return Collections.max(sums);
    }

    /** No plan of whole classes can be shorter: some machine has the longest, and some has two of the n + 1 longest. */
    private static double best(Map<String, Long> classes, int shards) {
        List<Long> sorted = new ArrayList<>(classes.values());
        sorted.sort(Collections.reverseOrder());
        long sum = sorted.stream().mapToLong(Long::longValue).sum();
        long two = sorted.size() > shards ? sorted.get(shards - 1) + sorted.get(shards) : 0;
        return Math.max(sum / (double) shards, Math.max(sorted.get(0), two));
    }

    /** If tests were units, and what a class needs besides cost nothing. */
    private static String ofTests(Map<String, Long> tests, int shards) {
        if (tests.isEmpty()) {
            return "–";
        }
        long sum = tests.values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                "%.3f", longest(ShardPlanner.plan(tests.keySet(), tests, Map.of(), none(shards))) * shards / (double) sum);
    }

    /** Lines of milliseconds, a module and a class; the planner takes nothing for less than a millisecond either. */
    private static Map<String, Long> classes(Path file) throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            classes.put(line.substring(space + 1), Math.max(1, Long.parseLong(line.substring(0, space))));
        }
        return classes;
    }

    private static Map<String, Long> tests(Path file) throws IOException {
        Path reports = Path.of(file.toString().replaceFirst("\\.times$", ".reports"));
        Map<String, Long> tests = new TreeMap<>();
        if (!reports.equals(file) && Files.isDirectory(reports)) {
            try (Stream<Path> all = Files.list(reports)) {
                for (Path report : all.filter(one -> one.toString().endsWith(".xml")).toList()) {
                    Matcher cases = CASE.matcher(Files.readString(report));
                    for (int i = 0; cases.find(); i++) {
                        double seconds = Double.parseDouble(cases.group(1).replace(",", ""));
                        tests.put(report.getFileName() + " " + i, Math.max(1, Math.round(seconds * 1_000)));
                    }
                }
            }
        }
        return tests;
    }
}
