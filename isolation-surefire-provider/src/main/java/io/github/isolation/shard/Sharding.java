package io.github.isolation.shard;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.record.RunFact;
import io.github.isolation.replay.Choice;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.settings.ShardTask;
import io.github.isolation.shard.PlanFile.Section;
import io.github.isolation.supervisor.SameForkGroups;
import io.github.isolation.supervisor.TestClassFiles;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
        if (!knowsAll) {
            throw refused(
                    "here Maven hands out the classes, one at a time, and nobody can choose among them. Shards need"
                            + " <extensions>true</extensions>");
        }
        Map<String, Long> known = new TreeMap<>(times);
        known.keySet().retainAll(new TreeSet<>(scanned));
        String universe = Digests.ofLines(new TreeSet<>(scanned));
        Path planned = task.plan();
        Section section = planned == null || task.number().isPlan()
                ? PlanFile.add(
                        task.book(),
                        task.number().total(),
                        loads -> new Section(
                                task.key(),
                                universe,
                                digest(known),
                                ShardPlanner.plan(scanned, known, groups(classPath, scanned), loads)))
                : PlannedBefore.find(task, planned, universe, scanned);
        return new Sharding(task, scanned, known, section);
    }

    private static String digest(Map<String, Long> times) {
        List<String> lines = new ArrayList<>();
        times.forEach((name, took) -> lines.add(took + " " + name));
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
        Map<String, Integer> shards = section.plan().shards();
        int own = task.number().shard();
        List<String> classes = scanned.stream()
                .filter(name -> shards.getOrDefault(name, 0) == own)
                .toList();
        String known = times.isEmpty() ? "no times are known" : "times are known of " + times.size();
        List<Long> loads = section.plan().loads();
        String of = count(scanned.size()) + ", " + known;
        String line = task.number().isPlan()
                ? "isolation: planned, and not run: " + of + "; shards from " + Collections.min(loads) + " to "
                        + Collections.max(loads) + (times.isEmpty() ? "" : " ms")
                : "isolation: shard " + own + " of " + section.plan().total() + ": " + count(classes.size()) + " of "
                        + of + (task.plan() == null ? "" : ", by the plan " + task.plan());
        return new Choice(classes, forks, null, List.of(line), List.of());
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
        Map<String, Integer> shards = section.plan().shards();
        List<ScannedClass> classes = new ArrayList<>();
        try (TestClassFiles files = new TestClassFiles(classPath)) {
            for (String name : new TreeSet<>(scanned)) {
                byte[] bytes = files.bytes(name);
                classes.add(new ScannedClass(
                        name, shards.getOrDefault(name, 0), bytes.length == 0 ? "" : Digests.of(bytes)));
            }
        }
        ShardFile.begin(directory, header, classes);
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of("<shard> (" + SettingNames.SHARD + "): " + why));
    }
}
