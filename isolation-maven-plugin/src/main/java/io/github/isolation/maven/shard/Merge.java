package io.github.isolation.maven.shard;

import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
    private final Found found = new Found();
    private final Set<Machine> machines = new HashSet<>();
    private final Set<Machine> whole = new HashSet<>();
    private final List<String> builds = new ArrayList<>();
    private boolean queue;

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
        Found found = merge.found;
        found.missing.addAll(folder.unreadable());
        found.contradictions.addAll(contradictions);
        found.contradictions.addAll(attempts.contradictions());
        found.contradictions.addAll(Agreement.contradictions(attempts.chosen()));
        Agreement.byGroup(attempts.chosen()).forEach(merge::lookAtGroup);
        attempts.older().forEach(merge::compare);
        if (found.planned != found.reportedOnce && found.missing.isEmpty() && found.contradictions.isEmpty()) {
            found.missing.add("the accounts do not match: " + found.planned + " classes planned, " + found.reportedOnce
                    + " reported once; please report this");
        }
        if (found.planned == 0) {
            found.missing.add(
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
                if (one.run().isWhole() && !one.header().isRefused()) {
                    whole.add(machine(one));
                }
            }
        }
        Agreement.byKey(runs).forEach((key, of) -> new ExecutionMerge(key, of, total, evidence, found)
                .look()
                .forEach(shard -> whole.remove(new Machine(group, shard))));
        for (Shipped one : runs) {
            ShardEnd end = one.run().end();
            boolean excused = runs.stream()
                    .anyMatch(other -> machine(other).equals(machine(one))
                            && other.run().reported().stream().anyMatch(ReportedClass::hasFailed));
            if (end != null && !end.failure().isEmpty() && !excused) {
                String line = one.header().title() + ": its build failed, and no test did: " + end.failure();
                if (!found.failures.contains(line)) {
                    found.failures.add(line);
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

    /** What failed in an attempt that was followed by another one, and passed there. */
    private void compare(Shipped older, Shipped newer) {
        Map<Planned, ReportedClass> now = new LinkedHashMap<>();
        newer.run().reported().forEach(reported -> now.put(Planned.of(reported), reported));
        for (ReportedClass reported : older.run().reported()) {
            ReportedClass again = now.get(Planned.of(reported));
            if (reported.hasFailed() && again != null && !again.hasFailed()) {
                List<String> tests = evidence.failed(older, reported);
                found.flaky.add(older.header().key() + ": " + older.header().title() + ": "
                        + (tests.isEmpty() ? "" + Planned.of(reported) : Agreement.some(tests)) + " failed in attempt "
                        + older.header().attempt() + " and passed in "
                        + (older.header().attempt() == newer.header().attempt()
                                ? "another run of it"
                                : "attempt " + newer.header().attempt()));
            }
        }
    }

    Verdict verdict() {
        Verdict verdict = found.failures.isEmpty() ? Verdict.GREEN : Verdict.RED;
        verdict = found.missing.isEmpty() ? verdict : verdict.or(Verdict.INCOMPLETE);
        return found.contradictions.isEmpty() ? verdict : verdict.or(Verdict.CONTRADICTORY);
    }

    /** What is wrong, the worst first. */
    List<String> problems() {
        List<String> all = new ArrayList<>(found.contradictions);
        all.addAll(found.missing);
        all.addAll(found.failures);
        return all;
    }

    List<String> flaky() {
        return found.flaky;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(attempts.notes());
        notes.addAll(found.notes);
        return notes;
    }

    /** The runs that count. */
    List<Shipped> chosen() {
        return attempts.chosen();
    }

    /** Classes, and parts of some, of which nothing is left, so that what they covered is not known either. */
    Set<String> uncovered() {
        return found.uncovered;
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
        return found.planned + (found.planned == 1 ? " class" : " classes") + " planned, " + found.reportedOnce
                + " reported once" + besides() + ", " + whole.size() + " of " + machines.size()
                + (queue ? " machines; longest " : " shards; longest ") + text(longest) + ", mean "
                + text(took.isEmpty() ? 0 : sum / took.size());
    }

    private String besides() {
        List<String> besides = new ArrayList<>();
        if (found.empty > 0) {
            besides.add(found.empty + " without tests");
        }
        if (found.divided > 0) {
            besides.add(found.divided + " in " + found.parts + " parts");
        }
        return besides.isEmpty() ? "" : " (" + String.join("; ", besides) + ")";
    }

    private static String text(long millis) {
        long seconds = (millis + 500) / 1_000;
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }
}
