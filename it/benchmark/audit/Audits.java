import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What audits find in suites that nobody here wrote, what they cost, and whether they say the same each time. Arguments: a working
 * directory, a local repository, and options (see the script {@code run} beside this).
 */
public final class Audits {
    private static final List<String> MEASURED = List.of("commons-collections4", "commons-text");
    private static final String WALL_AND_CPU = "| suite | wall s with / without | ratio (≤ 1.25) | CPU s with / without | ratio |";

    private final Path work;
    private final Maven maven;
    private final Wish wish;
    private final List<String> findings = new ArrayList<>();

    /** What was asked for. */
    private record Wish(Path root, int pairs, List<String> only, String budget, int same, Path project) {
        static Wish parse(String[] arguments) {
            Wish wish = new Wish(Path.of(""), 5, Project.SUITES, "2m", 0, null);
            for (int i = 2; i < arguments.length; i += 2) {
                String value = arguments[i + 1];
                wish = switch (arguments[i]) {
                    case "--root" -> new Wish(Path.of(value), wish.pairs, wish.only, wish.budget, wish.same, wish.project);
                    case "--pairs" -> new Wish(
                            wish.root, Integer.parseInt(value), wish.only, wish.budget, wish.same, wish.project);
                    case "--only" -> new Wish(
                            wish.root, wish.pairs, List.of(value.split(",")), wish.budget, wish.same, wish.project);
                    case "--budget" -> new Wish(wish.root, wish.pairs, wish.only, value, wish.same, wish.project);
                    case "--same" -> new Wish(
                            wish.root, wish.pairs, wish.only, wish.budget, Integer.parseInt(value), wish.project);
                    case "--project" -> new Wish(
                            wish.root, wish.pairs, wish.only, wish.budget, wish.same, Path.of(value).toAbsolutePath());
                    default -> throw new IllegalArgumentException(
                            arguments[i] + " is none of --pairs --only --budget --same --project");
                };
            }
            return wish;
        }
    }

    private Audits(Path work, Maven maven, Wish wish) {
        this.work = work;
        this.maven = maven;
        this.wish = wish;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path work = Path.of(arguments[0]);
        Audits audits = new Audits(work, new Maven(work, Path.of(arguments[1])), Wish.parse(arguments));
        System.out.println(Machine.describe());
        System.exit(audits.wish.same > 0 ? audits.compare() : audits.findAndMeasure());
    }

    private static List<String> audit(String budget) {
        return List.of(
                "-Dmaven.test.failure.ignore",
                "-Disolation.audit=files,ports,jvm,statics,directories",
                "-Disolation.auditBudget=" + budget);
    }

    private static List<String> without() {
        return List.of("-Dmaven.test.failure.ignore");
    }

    private int findAndMeasure() throws IOException, InterruptedException {
        for (String name : wish.only) {
            find(name, Project.suite(name, wish.root, work));
        }
        Files.write(work.resolve("findings.txt"), findings);
        System.out.println("\nEach finding, to be judged: " + work.resolve("findings.txt"));
        List<String> measured = MEASURED.stream().filter(wish.only::contains).toList();
        if (wish.pairs > 0 && !measured.isEmpty()) {
            System.out.println("\n" + WALL_AND_CPU + "\n|---|---|---|---|---|");
            for (String name : measured) {
                System.out.println(measure(name, Project.suite(name, wish.root, work)));
            }
        }
        return 0;
    }

    private void find(String name, Project project) throws IOException, InterruptedException {
        maven.warmUp(project.directory(), without());
        Measured run = maven.measure(project.directory(), 1, audit(wish.budget));
        List<String> report = project.takeReport("audit.txt").lines().toList();
        long confirmed = report.stream().filter(line -> line.matches("\\S.*  \\[confirmed.*")).count();
        long candidates = report.stream().filter(line -> line.matches("\\S.*  \\[candidate.*")).count();
        System.out.printf(
                "%s: %s; %d confirmed, %d candidates, %.0f s with what was tried out%n",
                name, run.tests(), confirmed, candidates, run.wall());
        findings.add("######## " + name + " (" + run.tests() + ")");
        findings.addAll(report);
        findings.add("");
    }

    /** In turn, so that both have the same weather; who goes first changes, too. */
    private String measure(String name, Project project) throws IOException, InterruptedException {
        List<Measured> with = new ArrayList<>();
        List<Measured> without = new ArrayList<>();
        maven.warmUp(project.directory(), audit("0s"));
        for (int pair = 0; pair < wish.pairs; pair++) {
            for (boolean audited : new boolean[] {pair % 2 == 0, pair % 2 != 0}) {
                (audited ? with : without)
                        .add(maven.measure(project.directory(), 1, audited ? audit("0s") : without()));
            }
        }
        List<String> totals =
                Stream.concat(with.stream(), without.stream()).map(Measured::tests).distinct().toList();
        if (totals.size() > 1) {
            throw new IllegalStateException("not the same tests were run: " + totals);
        }
        return "| " + name + " | " + cells(with, without, Measured::wall) + " | " + cells(with, without, Measured::cpu) + " |";
    }

    private static String cells(List<Measured> with, List<Measured> without, ToDoubleFunction<Measured> what) {
        List<Double> ratios = IntStream.range(0, with.size())
                .mapToObj(i -> what.applyAsDouble(with.get(i)) / what.applyAsDouble(without.get(i)))
                .sorted()
                .toList();
        return "%.2f / %.2f | %.3f (%.2f to %.2f)"
                .formatted(
                        median(with.stream().map(what::applyAsDouble).toList()),
                        median(without.stream().map(what::applyAsDouble).toList()),
                        median(ratios),
                        ratios.get(0),
                        ratios.get(ratios.size() - 1));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The exit status: how many reports were not as the first one. */
    private int compare() throws IOException, InterruptedException {
        Project project = wish.project == null
                ? Project.suite("commons-compress", wish.root, work)
                : Project.copy(wish.project, wish.root, work);
        maven.warmUp(project.directory(), without());
        String first = "";
        int others = 0;
        for (int nth = 1; nth <= wish.same; nth++) {
            maven.measure(project.directory(), 1, audit(wish.budget));
            String report = project.takeReport("audit.json");
            first = nth == 1 ? report : first;
            others += report.equals(first) ? 0 : 1;
            System.out.println(nth + ": " + (report.equals(first) ? "the same" : "another one") + ", "
                    + report.lines().filter(line -> line.contains("\"key\"")).count() + " findings");
            differences(first, report).forEach(line -> System.out.println("   " + line));
        }
        System.out.println(others == 0
                ? wish.same + " audits of " + project.directory().getFileName() + ", the same report"
                : others + " of " + wish.same + " reports differ from the first");
        return others == 0 ? 0 : 1;
    }

    private static List<String> differences(String first, String other) {
        TreeSet<String> gone = new TreeSet<>(first.lines().toList());
        TreeSet<String> come = new TreeSet<>(other.lines().toList());
        gone.removeAll(other.lines().toList());
        come.removeAll(first.lines().toList());
        return Stream.concat(gone.stream().map(line -> "- " + line.strip()), come.stream().map(line -> "+ " + line.strip()))
                .toList();
    }
}
