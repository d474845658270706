package io.github.isolation.maven.shard;

import io.github.isolation.maven.shard.Merge.Evidence;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The accounts that all machines of a group have of one execution of one module: what was planned against what was reported. */
final class ExecutionMerge {
    private final String key;
    private final List<Shipped> runs;
    private final int total;
    private final Evidence evidence;
    private final Found found;
    private final Map<Planned, ScannedClass> universe = new TreeMap<>();
    private final Map<Planned, List<Shipped>> reporters = new LinkedHashMap<>();

    /**
     * For one execution.
     *
     * @param runs one of each machine; at least one
     * @param total how many shards there are
     * @param found to which is added what comes of it
     */
    ExecutionMerge(String key, List<Shipped> runs, int total, Evidence evidence, Found found) {
        this.key = key;
        this.runs = runs;
        this.total = total;
        this.evidence = evidence;
        this.found = found;
    }

    /** Goes through them, and says which shards are absent or have no end. */
    Set<Integer> look() {
        Map<Integer, Shipped> byShard = new TreeMap<>();
        for (Shipped one : runs) {
            one.run().scanned().forEach(scanned -> universe.putIfAbsent(Planned.of(scanned), scanned));
            byShard.put(one.header().shard(), one);
            lookForReports(one);
            for (ReportedClass reported : one.run().reported()) {
                if (reported.state() != State.BESIDES) {
                    reporters
                            .computeIfAbsent(Planned.of(reported), any -> new ArrayList<>())
                            .add(one);
                }
                lookAtReport(one, reported);
            }
        }
        reporters.forEach(this::lookAtReporters);
        Set<Integer> cut = new TreeSet<>();
        for (int shard = 1; shard <= total; shard++) {
            Shipped one = byShard.get(shard);
            lookAtShard(shard, one);
            if (one == null || !one.run().isWhole()) {
                cut.add(shard);
            }
        }
        if (runs.get(0).header().isOfQueue()) {
            lookAtQueue();
        } else {
            lookForNobodys();
        }
        count();
        return cut;
    }

    private void lookAtReport(Shipped one, ReportedClass reported) {
        String what = key + ": " + one.header().title() + ": " + Planned.of(reported);
        if (reported.hasFailed()) {
            found.failures.add(what + ": " + counted(reported));
        }
        if (reported.counts().flaky() > 0) {
            found.flaky.add(what + ": " + reported.counts().flaky() + " passed after they had failed, in one run");
        }
        found.empty += reported.state() == State.EMPTY && reported.of() == 0 ? 1 : 0;
        if (!reported.file().isEmpty()) {
            String sha256 = evidence.sha256(one, reported);
            if (sha256.isEmpty()) {
                found.missing.add(what + ": its report is not there: " + one.beside(reported.file()));
            } else if (!sha256.equals(reported.sha256())) {
                found.contradictions.add(what + ": its report was changed: " + one.beside(reported.file()));
            }
        }
    }

    /** What Maven was told counts without a report; whoever reads the merged reports would take them for all. */
    private void lookForReports(Shipped one) {
        List<String> without = one.run().reported().stream()
                .filter(reported ->
                        reported.file().isEmpty() && reported.counts().tests() > 0)
                .map(reported -> Planned.of(reported).toString())
                .toList();
        if (!without.isEmpty()) {
            found.notes.add(key + ": " + one.header().title() + " has no XML report of " + Agreement.some(without)
                    + ": none was written, or another execution has written over it; what Maven was told of "
                    + (without.size() == 1 ? "it" : "them") + " counts");
        }
    }

    private static String counted(ReportedClass reported) {
        List<String> parts = new ArrayList<>();
        int failures = reported.counts().failures();
        int errors = reported.counts().errors();
        if (failures > 0) {
            parts.add(failures + (failures == 1 ? " failure" : " failures"));
        }
        if (errors > 0) {
            parts.add(errors + (errors == 1 ? " error" : " errors"));
        }
        return String.join(", ", parts) + " of " + reported.counts().tests() + " tests";
    }

    private void lookAtReporters(Planned what, List<Shipped> of) {
        Shipped first = of.get(0);
        if (of.size() > 1) {
            List<String> titles = of.stream().map(one -> one.header().title()).toList();
            found.contradictions.add(key + ": " + what + " was run by " + String.join(" and ", titles));
        } else if (!first.header().isOfQueue() && !Planned.own(first.run()).contains(what)) {
            found.contradictions.add(
                    key + ": " + what + " was run by " + first.header().title() + ", which was not to run it");
        }
    }

    private void lookAtShard(int shard, @Nullable Shipped one) {
        String group = runs.get(0).header().group();
        String title = "shard " + shard + " of " + total + (group.isEmpty() ? "" : " (" + group + ")");
        List<String> without = new ArrayList<>();
        if (one == null) {
            universe.forEach((what, scanned) -> {
                if (scanned.shard() == shard) {
                    without.add(what.toString());
                }
            });
            found.missing.add(key + ": " + title + " has left nothing; it had " + Agreement.some(without));
        } else {
            Set<Planned> known = new HashSet<>();
            one.run().reported().stream()
                    .filter(reported -> reported.state() != State.LOST)
                    .forEach(reported -> known.add(Planned.of(reported)));
            Planned.own(one.run()).stream()
                    .filter(what -> !known.contains(what))
                    .forEach(what -> without.add(what.toString()));
            if (one.header().isRefused()) {
                found.missing.add(key + ": " + one.title() + " has run no test: its build says why");
            } else if (!one.run().isWhole()) {
                found.missing.add(key + ": " + one.title()
                        + " has no end: the machine died, or the supervisor did; without results: "
                        + Agreement.some(without));
            } else if (!without.isEmpty()) {
                found.missing.add(key + ": " + title + " has no results of " + Agreement.some(without));
            }
        }
        found.uncovered.addAll(without);
    }

    /** Who was to run a class is not written anywhere: somebody has to have run it. */
    private void lookAtQueue() {
        List<String> refused = runs.stream()
                .filter(one -> one.header().isRefused())
                .map(Shipped::title)
                .toList();
        if (refused.size() == runs.size()) {
            found.missing.add(key + ": no machine has run a test of it: " + Agreement.some(refused)
                    + " could not begin; the builds say why");
        } else if (!refused.isEmpty()) {
            found.notes.add(key + ": run without " + Agreement.some(refused) + ": the build says why");
        }
        List<String> without = universe.keySet().stream()
                .filter(what ->
                        reporters.getOrDefault(what, List.of()).stream().noneMatch(one -> isReported(one, what)))
                .map(Planned::toString)
                .toList();
        if (!without.isEmpty()) {
            List<String> dead = runs.stream()
                    .filter(one -> !one.run().isWhole() && !one.header().isRefused())
                    .map(Shipped::title)
                    .toList();
            found.missing.add(key + ": no machine has results of " + Agreement.some(without)
                    + (dead.isEmpty()
                            ? ""
                            : "; of these machines there is no end: " + Agreement.some(dead)
                                    + "; what the queue has of them is known with -Disolation.queue"));
        }
        found.uncovered.addAll(without);
    }

    /** A plan that was written by hand may have left out a class, and all machines have agreed on that. */
    private void lookForNobodys() {
        List<String> nobodys = new ArrayList<>();
        universe.forEach((what, scanned) -> {
            if (scanned.shard() < 1 || scanned.shard() > total) {
                nobodys.add(what.toString());
            }
        });
        byName().values().forEach(parts -> nobodys.addAll(DividedClass.unplanned(parts)));
        if (!nobodys.isEmpty()) {
            found.missing.add(key + ": by the plan, no shard was to run " + Agreement.some(nobodys)
                    + "; make a plan anew, and leave it as it is");
            found.uncovered.addAll(nobodys);
        }
    }

    private Map<String, List<Planned>> byName() {
        Map<String, List<Planned>> byName = new TreeMap<>();
        universe.keySet().forEach(what -> byName.computeIfAbsent(what.name(), any -> new ArrayList<>())
                .add(what));
        return byName;
    }

    private static boolean isReported(Shipped one, Planned what) {
        return one.run().reported().stream()
                .anyMatch(reported -> Planned.of(reported).equals(what)
                        && reported.state() != State.LOST
                        && reported.state() != State.BESIDES);
    }

    private void count() {
        byName().forEach((name, parts) -> {
            boolean once = parts.stream().allMatch(what -> {
                List<Shipped> of = reporters.getOrDefault(what, List.of());
                return of.size() == 1 && isReported(of.get(0), what);
            });
            if (parts.stream().anyMatch(what -> !what.isWhole())) {
                found.divided++;
                found.parts += parts.size();
                once &= new DividedClass(key, parts, runs, found).isExact();
            }
            found.planned++;
            found.reportedOnce += once ? 1 : 0;
        });
    }
}
