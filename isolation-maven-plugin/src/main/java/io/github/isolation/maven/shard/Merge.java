package io.github.isolation.maven.shard;

import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of all shards: what was planned against what was reported, and what is to be thought of it. Leans on nothing that a
 * machine thinks of itself. Pure, but for {@link Evidence}.
 */
final class Merge {
    /** The reports that have arrived. */
    interface Evidence {
        /** What is in the report of a class, as a digest; empty if it is not there. */
        String sha256(Shipped shard, ReportedClass reported);

        /** The names of the tests that failed in it, as far as they are known. */
        List<String> failed(Shipped shard, ReportedClass reported);
    }

    private record Machine(String group, int shard) {}

    private final Attempts attempts;
    private final Evidence evidence;
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> flaky = new ArrayList<>();
    private final Set<String> uncovered = new TreeSet<>();
    private final Set<Machine> machines = new HashSet<>();
    private final Set<Machine> whole = new HashSet<>();
    private final List<String> builds = new ArrayList<>();
    private boolean queue;
    private int planned;
    private int reportedOnce;
    private int empty;

    private Merge(Attempts attempts, Evidence evidence) {
        this.attempts = attempts;
        this.evidence = evidence;
    }

    static Merge of(ShardFolder folder, Evidence evidence) {
        return of(folder, evidence, List.of());
    }

    /** The same, where more is known to be wrong. */
    static Merge of(ShardFolder folder, Evidence evidence, List<String> contradictions) {
        Attempts attempts = Attempts.of(folder.runs());
        Merge merge = new Merge(attempts, evidence);
        merge.missing.addAll(folder.unreadable());
        merge.contradictions.addAll(contradictions);
        merge.contradictions.addAll(attempts.contradictions());
        merge.contradictions.addAll(Agreement.contradictions(attempts.chosen()));
        Agreement.byGroup(attempts.chosen()).forEach(merge::lookAtGroup);
        attempts.older().forEach(merge::compare);
        if (merge.planned != merge.reportedOnce && merge.missing.isEmpty() && merge.contradictions.isEmpty()) {
            merge.missing.add("the accounts do not match: " + merge.planned + " classes planned, " + merge.reportedOnce
                    + " reported once; please report this");
        }
        if (merge.planned == 0) {
            merge.missing.add(
                    folder.runs().isEmpty()
                            ? "no shard has left anything here"
                            : "no class was planned: nothing was tested");
        }
        return merge;
    }

    private void lookAtGroup(String group, List<Shipped> runs) {
        int total = runs.stream().mapToInt(one -> one.header().total()).max().orElse(0);
        for (int shard = 1; shard <= total; shard++) {
            machines.add(new Machine(group, shard));
            whole.add(new Machine(group, shard));
        }
        for (Shipped one : runs) {
            if (one.header().isOfQueue()) {
                queue = true;
                machines.add(machine(one));
                if (one.run().isWhole()) {
                    whole.add(machine(one));
                }
            }
        }
        Agreement.byKey(runs).forEach((key, of) -> lookAtExecution(key, of, total));
        for (Shipped one : runs) {
            ShardEnd end = one.run().end();
            boolean excused = runs.stream()
                    .anyMatch(other -> machine(other).equals(machine(one))
                            && other.run().reported().stream().anyMatch(ReportedClass::hasFailed));
            if (end != null && !end.failure().isEmpty() && !excused) {
                String line = one.header().title() + ": its build failed, and no test did: " + end.failure();
                if (!failures.contains(line)) {
                    failures.add(line);
                }
            }
        }
    }

    /** With a queue, a machine may have another number in each module. */
    private Machine machine(Shipped one) {
        ShardHeader header = one.header();
        if (!header.isOfQueue()) {
            return new Machine(header.group(), header.shard());
        }
        if (!builds.contains(header.build())) {
            builds.add(header.build());
        }
        return new Machine(header.group(), builds.indexOf(header.build()));
    }

    private void lookAtExecution(String key, List<Shipped> runs, int total) {
        Map<String, ScannedClass> universe = new TreeMap<>();
        runs.forEach(one -> one.run().scanned().forEach(scanned -> universe.putIfAbsent(scanned.name(), scanned)));
        Map<String, List<Shipped>> reporters = new LinkedHashMap<>();
        Map<Integer, Shipped> byShard = new TreeMap<>();
        for (Shipped one : runs) {
            byShard.put(one.header().shard(), one);
            one.run().reported().stream()
                    .filter(reported -> reported.state() != State.BESIDES)
                    .forEach(reported -> reporters
                            .computeIfAbsent(reported.name(), any -> new ArrayList<>())
                            .add(one));
            one.run().reported().forEach(reported -> lookAtReport(key, one, reported));
        }
        reporters.forEach((name, of) -> {
            if (of.size() > 1) {
                contradictions.add(key + ": " + name + " was run by "
                        + String.join(
                                " and ",
                                of.stream().map(one -> one.header().title()).toList()));
            } else if (!of.get(0).header().isOfQueue() && !of.get(0).run().own().contains(name)) {
                contradictions.add(
                        key + ": " + name + " was run by " + of.get(0).header().title() + ", which was not to run it");
            }
        });
        for (int shard = 1; shard <= total; shard++) {
            lookAtShard(
                    key,
                    shard,
                    total,
                    byShard.get(shard),
                    universe,
                    runs.get(0).header().group());
        }
        if (runs.get(0).header().isOfQueue()) {
            lookAtQueue(key, runs, universe.keySet(), reporters);
        } else {
            lookForNobodys(key, universe.values(), total);
        }
        planned += universe.size();
        reportedOnce += (int) universe.keySet().stream()
                .filter(name -> reporters.getOrDefault(name, List.of()).size() == 1)
                .filter(name ->
                        isReported(reporters.getOrDefault(name, List.of()).get(0), name))
                .count();
    }

    /** A plan that was written by hand may have left out a class, and all machines have agreed on that. */
    private void lookForNobodys(String key, Collection<ScannedClass> universe, int total) {
        List<String> nobodys = universe.stream()
                .filter(scanned -> scanned.shard() < 1 || scanned.shard() > total)
                .map(ScannedClass::name)
                .toList();
        if (!nobodys.isEmpty()) {
            missing.add(key + ": by the plan, no shard was to run " + Agreement.some(nobodys)
                    + "; make a plan anew, and leave it as it is");
            uncovered.addAll(nobodys);
        }
    }

    /** Who was to run a class is not written anywhere: somebody has to have run it. */
    private void lookAtQueue(
            String key, List<Shipped> runs, Set<String> universe, Map<String, List<Shipped>> reporters) {
        List<String> without = universe.stream()
                .filter(name ->
                        reporters.getOrDefault(name, List.of()).stream().noneMatch(one -> isReported(one, name)))
                .toList();
        if (!without.isEmpty()) {
            List<String> dead = runs.stream()
                    .filter(one -> !one.run().isWhole())
                    .map(Shipped::title)
                    .toList();
            missing.add(key + ": no machine has results of " + Agreement.some(without)
                    + (dead.isEmpty()
                            ? ""
                            : "; of these machines there is no end: " + Agreement.some(dead)
                                    + "; what the queue has of them is known with -Disolation.queue"));
        }
        uncovered.addAll(without);
    }

    private static boolean isReported(Shipped one, String name) {
        return one.run().reported().stream()
                .anyMatch(reported -> reported.name().equals(name)
                        && reported.state() != State.LOST
                        && reported.state() != State.BESIDES);
    }

    private void lookAtReport(String key, Shipped one, ReportedClass reported) {
        String what = key + ": " + one.header().title() + ": " + reported.name();
        if (reported.hasFailed()) {
            failures.add(what + ": " + counted(reported));
        }
        if (reported.counts().flaky() > 0) {
            flaky.add(what + ": " + reported.counts().flaky() + " passed after they had failed, in one run");
        }
        empty += reported.state() == State.EMPTY ? 1 : 0;
        if (!reported.file().isEmpty()) {
            String found = evidence.sha256(one, reported);
            if (found.isEmpty()) {
                missing.add(what + ": its report is not there: " + one.beside(reported.file()));
            } else if (!found.equals(reported.sha256())) {
                contradictions.add(what + ": its report was changed: " + one.beside(reported.file()));
            }
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

    private void lookAtShard(
            String key, int shard, int total, @Nullable Shipped one, Map<String, ScannedClass> universe, String group) {
        String title = "shard " + shard + " of " + total + (group.isEmpty() ? "" : " (" + group + ")");
        List<String> without = new ArrayList<>();
        if (one == null) {
            universe.values().stream()
                    .filter(scanned -> scanned.shard() == shard)
                    .forEach(scanned -> without.add(scanned.name()));
            missing.add(key + ": " + title + " has left nothing; it had " + Agreement.some(without));
        } else {
            Set<String> known = new HashSet<>();
            one.run().reported().stream()
                    .filter(reported -> reported.state() != State.LOST)
                    .forEach(reported -> known.add(reported.name()));
            one.run().own().stream().filter(name -> !known.contains(name)).forEach(without::add);
            if (!one.run().isWhole()) {
                missing.add(key + ": " + one.title()
                        + " has no end: the machine died, or the supervisor did; without results: "
                        + Agreement.some(without));
            } else if (!without.isEmpty()) {
                missing.add(key + ": " + title + " has no results of " + Agreement.some(without));
            }
        }
        if (one == null || !one.run().isWhole()) {
            whole.remove(new Machine(group, shard));
        }
        uncovered.addAll(without);
    }

    /** What failed in an attempt that was followed by another one, and passed there. */
    private void compare(Shipped older, Shipped newer) {
        Map<String, ReportedClass> now = new LinkedHashMap<>();
        newer.run().reported().forEach(reported -> now.put(reported.name(), reported));
        for (ReportedClass reported : older.run().reported()) {
            ReportedClass again = now.get(reported.name());
            if (reported.hasFailed() && again != null && !again.hasFailed()) {
                List<String> tests = evidence.failed(older, reported);
                flaky.add(older.header().key() + ": " + older.header().title() + ": "
                        + (tests.isEmpty() ? reported.name() : Agreement.some(tests)) + " failed in attempt "
                        + older.header().attempt() + " and passed in attempt "
                        + newer.header().attempt());
            }
        }
    }

    Verdict verdict() {
        Verdict verdict = failures.isEmpty() ? Verdict.GREEN : Verdict.RED;
        verdict = missing.isEmpty() ? verdict : verdict.or(Verdict.INCOMPLETE);
        return contradictions.isEmpty() ? verdict : verdict.or(Verdict.CONTRADICTORY);
    }

    /** What is wrong, the worst first. */
    List<String> problems() {
        List<String> all = new ArrayList<>(contradictions);
        all.addAll(missing);
        all.addAll(failures);
        return all;
    }

    List<String> flaky() {
        return flaky;
    }

    List<String> notes() {
        return attempts.notes();
    }

    /** The runs that count. */
    List<Shipped> chosen() {
        return attempts.chosen();
    }

    /** Classes of which nothing is left, so that what they covered is not known either. */
    Set<String> uncovered() {
        return uncovered;
    }

    /** How many classes, how many of them once, how many shards, and how well they were balanced. */
    String summary() {
        Map<Machine, Long> took = new LinkedHashMap<>();
        for (Shipped one : chosen()) {
            ShardEnd end = one.run().end();
            took.merge(machine(one), end == null ? 0 : end.millis(), Long::sum);
        }
        long longest = took.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long sum = took.values().stream().mapToLong(Long::longValue).sum();
        return planned + (planned == 1 ? " class" : " classes") + " planned, " + reportedOnce + " reported once"
                + (empty == 0 ? "" : " (" + empty + " without tests)") + ", " + whole.size() + " of " + machines.size()
                + (queue ? " machines; longest " : " shards; longest ") + text(longest) + ", mean "
                + text(took.isEmpty() ? 0 : sum / took.size());
    }

    private static String text(long millis) {
        long seconds = (millis + 500) / 1_000;
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }
}
