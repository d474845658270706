import io.github.isolation.record.MemberTimes;
import io.github.isolation.shard.ShardPlan;
import io.github.isolation.shard.ShardPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plans of shards for recorded times, by the planner itself. Arguments: files of class times; where there are times of members beside one, plans with
 * classes in parts as well.
 */
public final class Balance {
    private static final double CLOSE = 1.1;
    private static final List<Integer> SHOWN = List.of(2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64);

    /** The numbers of shards for which something closer is possible, and those for which the plan is that close. */
    private static final class Count {
        private final List<String> misses = new ArrayList<>();
        private int allowed;

        /** How far the plan is from even, and whether something as close as that is possible. */
        void take(int shards, double plan, boolean possible) {
            allowed += possible || plan <= CLOSE ? 1 : 0;
            if (possible && plan > CLOSE) {
                misses.add(shards + " shards: " + String.format("%.3f", plan));
            }
        }

        void tell(String what) {
            System.out.printf(
                    "Of 63 numbers of shards, %s %.1f in %d, and the plan is there in %d.%s%n",
                    what, CLOSE, allowed, allowed - misses.size(), misses.isEmpty() ? "" : " MISSED: " + String.join(", ", misses));
        }
    }

    private final String name;
    private final Map<String, Long> classes;
    private final Map<String, Map<String, Long>> members;
    private final long sum;

    private Balance(String name, Map<String, Long> classes, Map<String, Map<String, Long>> members) {
        this.name = name;
        this.classes = classes;
        this.members = members;
        this.sum = classes.values().stream().mapToLong(Long::longValue).sum();
    }

    public static void main(String[] files) throws IOException {
        Locale.setDefault(Locale.ROOT);
        int missed = 0;
        for (String file : files) {
            Map<String, Long> classes = classes(Path.of(file));
            String name = String.valueOf(Path.of(file).getFileName()).replace(".times", "");
            missed += new Balance(name, classes, members(Path.of(file), classes)).show();
        }
        System.exit(missed == 0 ? 0 : 1);
    }

    private int show() {
        long longest = Collections.max(classes.values());
        long of = members.values().stream().mapToLong(Map::size).sum();
        System.out.printf(
                "%n%s: %d classes, %.1f s, the longest %.1f s%s%n%n",
                name,
                classes.size(),
                sum / 1e3,
                longest / 1e3,
                members.isEmpty() ? "" : "; " + of + " members of " + members.size() + " classes");
        System.out.println("| shards | whole classes | classes in parts | by count | at best, whole | at best, in parts |\n|---:|---:|---:|---:|---:|---:|");
        Count whole = new Count();
        Count parts = new Count();
        int bounded = 0;
        int freed = 0;
        for (int shards = 2; shards <= 64; shards++) {
            double mean = sum / (double) shards;
            List<Long> none = Collections.nCopies(shards, 0L);
            double inWholes = longest(ShardPlanner.plan(classes.keySet(), classes, Map.of(), none)) / mean;
            double inParts = longest(ShardPlanner.plan(classes.keySet(), classes, Map.of(), none, members)) / mean;
            double bestWhole = best(new ArrayList<>(classes.values()), shards) / mean;
            double bestParts = bestInParts(shards);
            whole.take(shards, inWholes, bestWhole <= CLOSE);
            parts.take(shards, inParts, isShown(shards));
            bounded += longest > CLOSE * mean ? 1 : 0;
            freed += longest > CLOSE * mean && inParts <= CLOSE ? 1 : 0;
            if (SHOWN.contains(shards)) {
                System.out.printf(
                        "| %d | %.3f | %.3f | %.2f | %.3f | %s |%n",
                        shards,
                        inWholes,
                        inParts,
                        counted(classes, shards) / mean,
                        bestWhole,
                        bestParts > 100 ? "–" : String.format("%.3f", bestParts));
            }
        }
        System.out.println();
        whole.tell("whole classes allow");
        parts.tell("their members allow");
        System.out.printf("In %d the longest class alone takes more than that; in parts, %d of them are there.%n", bounded, freed);
        return whole.misses.size() + parts.misses.size();
    }

    private static long longest(ShardPlan plan) {
        return Collections.max(plan.loads());
    }

    /** The classes by name, one after the other to one machine after the other. */
    private static long counted(Map<String, Long> classes, int shards) {
        List<Long> sums = new ArrayList<>(Collections.nCopies(shards, 0L));
        int next = 0;
        for (long millis : new TreeMap<>(classes).values()) {
            int shard = next++ % shards;
            sums.set(shard, sums.get(shard) + millis);
        }
        return Collections.max(sums);
    }

    /** No plan of these can be shorter: some machine has the longest, and some has two of the n + 1 longest. */
    private static double best(List<Long> units, int shards) {
        List<Long> sorted = new ArrayList<>(units);
        sorted.sort(Collections.reverseOrder());
        long all = sorted.stream().mapToLong(Long::longValue).sum();
        long two = sorted.size() > shards ? sorted.get(shards - 1) + sorted.get(shards) : 0;
        return Math.max(all / (double) shards, Math.max(sorted.get(0), two));
    }

    /**
     * How even shards could be at best if classes were in as many parts as that takes: the lowest multiple of the mean, in steps of a
     * hundredth, at which each member fits with what its class needs besides, and all fits that so many parts need.
     */
    private double bestInParts(int shards) {
        double mean = sum / (double) shards;
        for (int step = 100; step <= 10_000; step++) {
            double level = mean * step / 100;
            if (allows(level, shards)) {
                return step / 100.0;
            }
        }
        return Double.MAX_VALUE;
    }

    private boolean allows(double level, int shards) {
        List<Long> units = new ArrayList<>();
        double needed = sum;
        boolean fits = true;
        for (Map.Entry<String, Long> one : classes.entrySet()) {
            Map<String, Long> of = members.getOrDefault(one.getKey(), Map.of());
            long inMembers = of.values().stream().mapToLong(Long::longValue).sum();
            long setUp = Math.max(0, one.getValue() - inMembers);
            if (one.getValue() <= level || of.size() < 2 || 2 * setUp >= one.getValue()) {
                units.add(one.getValue());
                fits &= one.getValue() <= level;
            } else {
                of.values().forEach(units::add);
                fits &= Collections.max(of.values()) + setUp <= level;
                needed += fits ? (Math.ceil(inMembers / (level - setUp)) - 1) * setUp : 0;
            }
        }
        return fits && needed <= level * shards && best(units, shards) <= level;
    }

    /** A whole class, or a member of one that may be divided, and what each part of that needs besides; without a class, it is whole. */
    private record Unit(String divided, long millis, long setUp) {}

    /**
     * Whether something else than the planner finds a plan with members that is close enough: each unit, the longest first, goes where
     * least is left below a level, if possible to where others of its class are. What is possible at best may be less than any plan can do.
     */
    private boolean isShown(int shards) {
        double mean = sum / (double) shards;
        List<Unit> units = new ArrayList<>();
        classes.forEach((type, millis) -> {
            Map<String, Long> of = members.getOrDefault(type, Map.of());
            long setUp = Math.max(0, millis - of.values().stream().mapToLong(Long::longValue).sum());
            if (millis <= mean || of.size() < 2 || 2 * setUp >= millis) {
                units.add(new Unit("", millis, 0));
            } else {
                of.values().forEach(one -> units.add(new Unit(type, one, setUp)));
            }
        });
        units.sort((one, other) -> Long.compare(other.millis(), one.millis()));
        for (int step = 100; step <= 110; step++) {
            if (fit(units, shards, mean * step / 100)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fit(List<Unit> units, int shards, double level) {
        double[] loads = new double[shards];
        List<Set<String>> has = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            has.add(new HashSet<>());
        }
        for (Unit unit : units) {
            int best = -1;
            boolean joins = false;
            for (int i = 0; i < shards; i++) {
                boolean here = unit.divided().isEmpty() || has.get(i).contains(unit.divided());
                double then = loads[i] + unit.millis() + (here ? 0 : unit.setUp());
                if (then <= level && (best < 0 || (here && !joins) || (here == joins && loads[i] > loads[best]))) {
                    best = i;
                    joins = here;
                }
            }
            if (best < 0) {
                return false;
            }
            loads[best] += unit.millis() + (joins ? 0 : unit.setUp());
            has.get(best).add(unit.divided());
        }
        return true;
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

    /** Of the same modules, by the same names of classes. */
    private static Map<String, Map<String, Long>> members(Path file, Map<String, Long> classes) {
        Map<String, Map<String, Long>> members = new TreeMap<>();
        for (String name : classes.keySet()) {
            String key = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : "";
            Map<String, ? extends Map<String, Long>> known = MemberTimes.read(MemberTimes.beside(file.toAbsolutePath()), key);
            Map<String, Long> of = known.get(name.substring(name.indexOf(' ') + 1));
            if (of != null) {
                members.put(name, of);
            }
        }
        return members;
    }
}
