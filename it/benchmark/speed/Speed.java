import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What isolation costs against what it replaces: pairs of real builds, one of ours and one of stock Surefire in turn, so that
 * both have the same weather; medians of the ratios. Arguments: a working directory, a local repository, and options (see
 * the script {@code run} beside this).
 */
public final class Speed {
    private final Path work;
    private final Options options;
    private final List<String> table = new ArrayList<>();

    private Speed(Path work, Options options) {
        this.work = work;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path work = Path.of(arguments[0]);
        new Speed(work, Options.parse(arguments)).run(new Maven(work, Path.of(arguments[1])));
    }

    private void run(Maven maven) throws IOException, InterruptedException {
        say(Machine.describe());
        say("");
        say(Row.HEADER);
        say(Row.RULE);
        for (Scenario scenario : Scenario.all(options)) {
            Path ours = scenario.suite().write(work.resolve("suites"), true);
            Path stock = scenario.suite().write(work.resolve("suites"), false);
            maven.warmUp(ours, scenario.oursArguments());
            maven.warmUp(stock, scenario.stockArguments());
            for (int forks : options.forks()) {
                compare(maven, scenario, forks, ours, stock);
            }
        }
        if (options.wants("linear")) {
            linear(maven);
        }
        if (options.wants("scale")) {
            scale(maven);
        }
        Files.write(work.resolve("table.md"), table);
    }

    private void compare(Maven maven, Scenario scenario, int forks, Path ours, Path stock)
            throws IOException, InterruptedException {
        List<Measured> oursRuns = new ArrayList<>();
        List<Measured> stockRuns = new ArrayList<>();
        List<Schedule> schedules = new ArrayList<>();
        int pairs = scenario.pairs(options.pairs());
        for (int pair = 0; pair < pairs; pair++) {
            // Who goes first changes, too.
            for (boolean first : new boolean[] {pair % 2 == 0, pair % 2 != 0}) {
                if (first) {
                    oursRuns.add(maven.measure(ours, forks, scenario.oursArguments()));
                    if (scenario.divisibleSeconds() > 0) {
                        Path runs = ours.resolve("target/isolation/runs");
                        schedules.add(Schedule.read(runs, scenario.divisibleSeconds(), forks));
                    }
                } else {
                    stockRuns.add(maven.measure(stock, forks, scenario.stockArguments()));
                }
            }
        }
        requireTheSameTests(oursRuns, stockRuns);
        if (scenario.hasArchiveOfSuite() && oursRuns.stream().anyMatch(run -> run.fromArchiveOfSuite() == 0)) {
            throw new IllegalStateException("no worker of " + scenario.name() + " started from the archive of its suite");
        }
        say(Row.of(scenario, forks, oursRuns, stockRuns));
        schedules.sort(Comparator.comparing(Schedule::ratio));
        if (!schedules.isEmpty()) {
            say(schedules.get(schedules.size() / 2).row(scenario.name(), forks));
        }
        if (scenario.retires()) {
            Measured cold = maven.measure(ours, forks, scenario.coldArguments());
            say(Row.gaps(scenario, forks, oursRuns, cold));
        }
    }

    private static void requireTheSameTests(List<Measured> ours, List<Measured> stock) {
        List<String> totals =
                Stream.concat(ours.stream(), stock.stream()).map(Measured::tests).distinct().toList();
        if (totals.size() > 1) {
            throw new IllegalStateException("not the same tests were run: " + totals);
        }
    }

    /** What the supervisor spends on an event must not depend on how many there were before. */
    private void linear(Maven maven) throws IOException, InterruptedException {
        List<Measured> runs = new ArrayList<>();
        for (int tests : new int[] {1_000, 10_000, 100_000}) {
            Path project = Suite.tiny("linear-" + tests, tests, 0).write(work.resolve("suites"), true);
            maven.warmUp(project, List.of());
            runs.add(maven.measure(project, 1, List.of()));
        }
        say("");
        say(Row.linear(runs));
    }

    /** Many small workers at a time, and one supervisor. */
    private void scale(Maven maven) throws IOException, InterruptedException {
        Path project = Suite.many("scale", 640).write(work.resolve("suites"), true);
        List<String> arguments = List.of("-DargLine=-Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        maven.warmUp(project, arguments);
        say("");
        say(Row.SCALE_HEADER);
        say(Row.SCALE_RULE);
        for (int forks : new int[] {1, 4, 16, 64}) {
            say(Row.scale(forks, maven.measure(project, forks, arguments)));
        }
    }

    private void say(String line) {
        System.out.println(line);
        table.add(line);
    }
}
