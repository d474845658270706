package io.github.isolation.shard;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.settings.ShardTask;
import io.github.isolation.shard.PlanFile.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A plan that was made before the build: it is of these classes and so many shards, or it is refused. */
final class PlannedBefore {
    private static final int NAMED = 10;

    private PlannedBefore() {}

    static Section find(ShardTask task, Path file, String universe, List<String> scanned, boolean mayDivide) {
        List<Section> sections;
        try {
            sections = PlanFile.read(file);
        } catch (IOException e) {
            throw refused(FileErrors.text(e));
        }
        Section section = PlanFile.of(sections, task.key())
                .orElseThrow(() -> refused(file + " has no plan for " + task.key() + "; it has those for "
                        + sections.stream().map(Section::key).collect(Collectors.joining(", "))));
        if (section.plan().total() != task.number().total()) {
            throw refused(file + " is for " + section.plan().total() + " shards, and this is one of "
                    + task.number().total());
        }
        Set<String> planned = new TreeSet<>(section.plan().shards().keySet());
        Set<String> there = new TreeSet<>(scanned);
        if (!planned.equals(there) || !section.universe().equals(universe)) {
            throw refused(file + " is of other classes: " + difference(planned, there));
        }
        List<String> divided = section.plan().placed().stream()
                .filter(one -> !one.unit().part().isWhole())
                .map(one -> one.unit().name())
                .distinct()
                .toList();
        if (!divided.isEmpty() && !mayDivide) {
            throw refused(file + " has parts of " + String.join(", ", divided)
                    + ", and here no JUnit Platform runs the tests, so all machines would run all of it");
        }
        return section;
    }

    private static String difference(Set<String> planned, Set<String> there) {
        List<String> parts = new ArrayList<>();
        add(parts, "here, and not in the plan: ", there, planned);
        add(parts, "in the plan, and not here: ", planned, there);
        return parts.isEmpty() ? "it was changed after it was made" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, Set<String> of, Set<String> without) {
        List<String> only = of.stream().filter(name -> !without.contains(name)).toList();
        if (!only.isEmpty()) {
            int more = only.size() - NAMED;
            parts.add(what
                    + only.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of("<shardPlan> (" + SettingNames.SHARD_PLAN + "): " + why
                + ". Make a plan of what is built here, with the same filters, by -D" + SettingNames.SHARD
                + "=plan/N"));
    }
}
