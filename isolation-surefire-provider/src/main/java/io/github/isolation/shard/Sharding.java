package io.github.isolation.shard;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.record.RunFact;
import io.github.isolation.replay.Choice;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.settings.ShardTask;
import io.github.isolation.shard.PlanFile.Section;
import io.github.isolation.shard.ShardPlan.Placed;
import io.github.isolation.supervisor.SameForkGroups;
import io.github.isolation.supervisor.TestClassFiles;
import io.github.isolation.supervisor.core.ClassPart;
import io.github.isolation.supervisor.core.Splitting;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of the tests that a supervisor is to run. */
public final class Sharding {
    private final ShardTask task;
    private final List<String> scanned;
    private final Map<String, Long> times;
    private final Section section;

    private Sharding(ShardTask task, List<String> scanned, Map<String, Long> times, Section section) {
        this.task = task;
        this.scanned = scanned;
        this.times = times;
        this.section = section;
    }

    /**
     * Finds out which.
     *
     * @param knowsAll whether the scanned classes are all that there are, and not handed out by Maven
     * @param times how long classes take, in milliseconds
     * @throws SettingsException if what was asked for is not possible, and says why
     */
    public static Sharding of(
            ShardTask task, boolean knowsAll, List<String> scanned, Map<String, Long> times, List<URL> classPath)
            throws IOException {
        return of(task, knowsAll, scanned, times, classPath, Map.of(), Splitting.NEVER);
    }

    /**
     * The same, where a class that takes longer than its share may be in parts.
     *
     * @param members how long members of classes take, in milliseconds, by class and by member
     * @param splitting of which classes there may be parts; never where no JUnit Platform runs the tests
     */
    public static Sharding of(
            ShardTask task,
            boolean knowsAll,
            List<String> scanned,
            Map<String, Long> times,
            List<URL> classPath,
            Map<String, ? extends Map<String, Long>> members,
            Splitting splitting)
            throws IOException {
        if (!knowsAll) {
            throw refused(
                    "here Maven hands out the classes, one at a time, and nobody can choose among them. Shards need"
                            + " <extensions>true</extensions>");
        }
        Map<String, Long> known = new TreeMap<>(times);
        known.keySet().retainAll(new TreeSet<>(scanned));
        Map<String, Map<String, Long>> divisible = divisible(members, known.keySet(), classPath, splitting);
        String universe = Digests.ofLines(new TreeSet<>(scanned));
        Path planned = task.plan();
        Section section = planned == null || task.number().isPlan()
                ? PlanFile.add(
                        task.book(),
                        task.number().total(),
                        loads -> new Section(
                                task.key(),
                                universe,
                                digest(known, divisible),
                                ShardPlanner.plan(scanned, known, groups(classPath, scanned), loads, divisible)))
                : PlannedBefore.find(task, planned, universe, scanned, splitting != Splitting.NEVER);
        return new Sharding(task, scanned, known, section);
    }

    /** Of classes that nobody would divide, it does not matter what is known of their members. */
    private static Map<String, Map<String, Long>> divisible(
            Map<String, ? extends Map<String, Long>> members, Set<String> of, List<URL> classPath, Splitting splitting)
            throws IOException {
        Map<String, Map<String, Long>> divisible = new TreeMap<>();
        try (TestClassFiles files = new TestClassFiles(classPath)) {
            members.forEach((name, millis) -> {
                boolean may =
                        splitting == Splitting.TAIL || (splitting == Splitting.MARKED && files.isSplitClass(name));
                if (may && of.contains(name)) {
                    divisible.put(name, new TreeMap<>(millis));
                }
            });
        }
        return divisible;
    }

    private static String digest(Map<String, Long> times, Map<String, Map<String, Long>> members) {
        List<String> lines = new ArrayList<>();
        times.forEach((name, took) -> lines.add(took + " " + name));
        members.forEach((name, of) -> of.forEach((member, took) -> lines.add(took + " " + name + " " + member)));
        return Digests.ofLines(lines);
    }

    private static Map<String, String> groups(List<URL> classPath, List<String> scanned) {
        try {
            return SameForkGroups.find(classPath, scanned);
        } catch (IOException e) {
            throw refused("classes that stay together are not known: " + FileErrors.text(e));
        }
    }

    /** The classes of this shard, in the order in which they were found; none if only a plan is made. */
    public Choice choice(int forks) {
        Map<String, PlannedPart> own = own();
        List<String> classes = scanned.stream().filter(own::containsKey).toList();
        String known = times.isEmpty() ? "no times are known" : "times are known of " + times.size();
        List<Long> loads = section.plan().loads();
        String of = count(scanned.size()) + ", " + known;
        String line = task.number().isPlan()
                ? "isolation: planned, and not run: " + of + inParts() + "; shards from " + Collections.min(loads)
                        + " to " + Collections.max(loads) + (times.isEmpty() ? "" : " ms")
                : "isolation: shard " + task.number().shard() + " of "
                        + section.plan().total() + ": " + count(classes.size()) + " of " + of + inParts()
                        + (task.plan() == null ? "" : ", by the plan " + task.plan());
        return new Choice(classes, forks, null, List.of(line), List.of(), parts());
    }

    private Map<String, PlannedPart> own() {
        return section.plan().of(task.number().shard());
    }

    /** Of which classes there are parts, and which of them are here. */
    private String inParts() {
        Map<String, PlannedPart> own = own();
        List<String> said = new ArrayList<>();
        section.plan().byClass().forEach((name, placed) -> {
            PlannedPart part = own.get(name);
            if (placed.size() > 1) {
                said.add(name + " in " + placed.size() + " parts" + (part == null ? "" : ", here part " + part.part()));
            }
        });
        return said.isEmpty() ? "" : " (" + String.join("; ", said) + ")";
    }

    /** The classes of this shard of which others have parts as well. */
    public Map<String, ClassPart> parts() {
        Map<String, ClassPart> parts = new TreeMap<>();
        own().forEach((name, part) -> {
            if (!part.isWhole()) {
                List<String> members = part.isLast() ? section.plan().named(name) : part.members();
                parts.put(name, new ClassPart(part.part(), part.of(), members));
            }
        });
        return parts;
    }

    private static String count(int classes) {
        return classes + (classes == 1 ? " class" : " classes");
    }

    /** What the record says of it. */
    public RunFact.Shard fact() {
        return new RunFact.Shard(task.number().toString(), section.universe(), section.times());
    }

    /** Writes down what this shard is to run, and what the others are; nothing where only a plan is made. */
    public void begin(ForkLayout layout, String runId, List<URL> classPath) throws IOException {
        if (task.number().isPlan()) {
            return;
        }
        Path directory = layout.shards();
        int shard = task.number().shard();
        int total = task.number().total();
        int attempt = task.attempt() > 0 ? task.attempt() : ShardFile.attempt(directory, shard, total, task.build());
        ShardHeader header = new ShardHeader(
                runId,
                task.key(),
                shard,
                total,
                attempt,
                task.run(),
                task.group(),
                section.universe(),
                section.times(),
                section.plan().digest(),
                task.build());
        Map<String, List<Placed>> placed = section.plan().byClass();
        List<ScannedClass> classes = new ArrayList<>();
        try (TestClassFiles files = new TestClassFiles(classPath)) {
            for (String name : new TreeSet<>(scanned)) {
                byte[] bytes = files.bytes(name);
                String digest = bytes.length == 0 ? "" : Digests.of(bytes);
                for (Placed one : placed.getOrDefault(name, List.of())) {
                    PlannedPart part = one.unit().part();
                    classes.add(new ScannedClass(name, one.shard(), digest, part.part(), part.of()));
                }
            }
        }
        ShardFile.begin(directory, header, classes);
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of("<shard> (" + SettingNames.SHARD + "): " + why));
    }
}
