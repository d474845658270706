import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Lines of the table. */
final class Row {
    static final String HEADER = "| scenario | forks | wall s ours / stock | ratio (target) | CPU s ours / stock | ratio (target)"
            + " | peak MiB ours / stock | ratio | supervisor's peak MiB |";
    static final String RULE = "|---|---|---|---|---|---|---|---|---|";

    static final String SCALE_HEADER = "| forks | wall s | events | supervisor's CPU, s | µs an event | supervisor's peak MiB (≤ 150) | all MiB |";
    static final String SCALE_RULE = "|---|---|---|---|---|---|---|";
    private static final double MOST_MIB = 150;

    private Row() {}

    static String of(Scenario scenario, int forks, List<Measured> ours, List<Measured> stock) {
        double wallTarget = forks <= scenario.wall().length ? scenario.wall()[forks - 1] : 0;
        return "| %s | %d | %s | %s | %s | %s | %s | %s | %.0f |"
                .formatted(
                        scenario.name(),
                        forks,
                        pair(ours, stock, Measured::wall, "%.2f"),
                        ratio(ours, stock, Measured::wall, wallTarget),
                        pair(ours, stock, Measured::cpu, "%.2f"),
                        ratio(ours, stock, Measured::cpu, scenario.cpu()),
                        pair(ours, stock, Measured::peak, "%.0f"),
                        ratio(ours, stock, Measured::peak, 0),
                        ours.stream().mapToDouble(Measured::supervisorPeak).max().orElse(0));
    }

    static String gaps(Scenario scenario, int forks, List<Measured> ours, Measured cold) {
        List<Double> warm = new ArrayList<>();
        ours.forEach(run -> warm.addAll(run.gaps()));
        return "| %s: gap, ms | %d | median %.0f of %d, without spares and archive %.0f of %d | | | | | | |"
                .formatted(
                        scenario.name(), forks, median(warm), warm.size(), median(cold.gaps()), cold.gaps().size());
    }

    static String linear(List<Measured> runs) {
        StringBuilder line = new StringBuilder("Supervisor's CPU per 10,000 events:");
        for (Measured run : runs) {
            line.append(" %.2f s (%,d events, %.2f s in all);"
                    .formatted(run.supervisorCpu() * 10_000 / run.events(), run.events(), run.supervisorCpu()));
        }
        for (int i = 1; i < runs.size(); i++) {
            Measured less = runs.get(i - 1);
            Measured more = runs.get(i);
            line.append(" %.3f s for each 10,000 from %,d on;"
                    .formatted(
                            (more.supervisorCpu() - less.supervisorCpu()) * 10_000 / (more.events() - less.events()),
                            less.events()));
        }
        return line.toString();
    }

    static String scale(int forks, Measured run) {
        return "| %d | %.1f | %,d | %.2f | %.0f | %.0f%s | %.0f |"
                .formatted(
                        forks,
                        run.wall(),
                        run.events(),
                        run.supervisorCpu(),
                        run.supervisorCpu() * 1e6 / run.events(),
                        run.supervisorPeak(),
                        run.supervisorPeak() <= MOST_MIB ? "" : ", MISSED",
                        run.peak());
    }

    private static String pair(
            List<Measured> ours, List<Measured> stock, ToDoubleFunction<Measured> figure, String format) {
        return format.formatted(median(ours.stream().mapToDouble(figure).boxed().toList()))
                + " / "
                + format.formatted(median(stock.stream().mapToDouble(figure).boxed().toList()));
    }

    /** The median of the pairs' ratios: a pair has the same weather, two medians have not. */
    private static String ratio(
            List<Measured> ours, List<Measured> stock, ToDoubleFunction<Measured> figure, double target) {
        double ratio = median(IntStream.range(0, ours.size())
                .mapToObj(i -> figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(stock.get(i)))
                .toList());
        return "%.2f".formatted(ratio)
                + (target == 0 ? "" : " (≤ %.2f%s)".formatted(target, ratio <= target + 0.005 ? "" : ", MISSED"));
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
