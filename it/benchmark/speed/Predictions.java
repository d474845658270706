import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what a report says would help is so. Three suites, one that waits, one that computes and one that does both, run with 1, 2 and
 * 4 forks; what the page of each says of the others is compared with what they took. Of several runs the fastest counts, as on a machine
 * with nothing else to do. Arguments: a working directory, a local repository, how many runs, and names of suites, if not all.
 */
public final class Predictions {
    private static final List<Integer> FORKS = List.of(1, 2, 4);
    private static final double CLOSE = 0.15;

    /**
     * A run.
     *
     * @param millis from its beginning to its end, as recorded
     * @param page what its report says
     */
    private record Run(long millis, String page) {
        long predicted(int forks) {
            return number("\"name\":\"forkCount " + forks + "\",\"millis\":(\\d+)", page);
        }
    }

    private Predictions() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path work = Path.of(arguments[0]);
        Maven maven = new Maven(work, Path.of(arguments[1]));
        int runs = Integer.parseInt(arguments[2]);
        List<String> only = List.of(arguments).subList(3, arguments.length);
        System.out.println(Machine.describe());
        System.out.println("\n| suite | forks recorded | forks predicted | predicted s | measured s | ratio |\n|---|---|---|---|---|---|");
        for (Suite suite : List.of(Suite.waiting(), Suite.computing("computing", 12), Suite.mixed())) {
            if (only.isEmpty() || only.contains(suite.name())) {
                compare(suite, maven, work, runs);
            }
        }
    }

    private static void compare(Suite suite, Maven maven, Path work, int runs) throws IOException, InterruptedException {
        Path project = suite.write(work.resolve("suites"), true);
        maven.warmUp(project, List.of());
        Map<Integer, Run> fastest = new TreeMap<>();
        for (int i = 0; i < runs; i++) {
            for (int forks : FORKS) {
                maven.measure(project, forks, List.of());
                Run run = read(project);
                fastest.merge(forks, run, (one, other) -> one.millis() <= other.millis() ? one : other);
            }
        }
        for (int recorded : FORKS) {
            for (int forks : FORKS) {
                long predicted = fastest.get(recorded).predicted(forks);
                long measured = fastest.get(forks).millis();
                double ratio = predicted / (double) measured;
                System.out.printf(
                        "| %s | %d | %d | %.2f | %.2f | %.2f%s |%n",
                        suite.name(), recorded, forks, predicted / 1e3, measured / 1e3, ratio, Math.abs(ratio - 1) <= CLOSE ? "" : ", MISSED");
            }
        }
    }

    private static Run read(Path project) throws IOException {
        Path isolation = project.resolve("target/isolation");
        List<Path> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(isolation.resolve("runs"))) {
            files.filter(file -> file.endsWith("record.jsonl")).forEach(records::add);
        }
        List<String> lines = Files.readAllLines(records.get(0));
        long millis = number("\"what\":\"end\",\"at\":(\\d+)", lines.get(lines.size() - 1));
        return new Run(millis, Files.readString(isolation.resolve("report/index.html")));
    }

    private static long number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("nothing there is like " + pattern);
        }
        return Long.parseLong(matcher.group(1));
    }
}
