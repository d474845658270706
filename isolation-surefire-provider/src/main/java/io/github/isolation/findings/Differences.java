package io.github.isolation.findings;

import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that a class has changed, or something during it, without any code that the agent has seen. Those of a database that it has
 * opened are none: threads of the driver write them, or native code.
 */
final class Differences {
    private Differences() {}

    static List<Finding> in(Observed observed) {
        Map<String, List<Changed>> byPath = new TreeMap<>();
        for (Changed changed : observed.changed()) {
            boolean seen = observed.hits().stream()
                    .anyMatch(hit -> hit.changesFile()
                            && (hit.resource().equals(changed.path()) || isOfItsDatabase(hit, changed))
                            && List.of(hit.test().topLevel(), hit.during().topLevel())
                                    .contains(changed.test().topLevel()));
            if (!seen) {
                byPath.computeIfAbsent(changed.path(), path -> new ArrayList<>())
                        .add(changed);
            }
        }
        List<Finding> found = new ArrayList<>();
        byPath.forEach((path, all) -> found.add(Finding.of(
                Section.DIFFERENCES,
                path,
                all.stream()
                        .map(one -> new Witness(one.test(), "was " + one.change() + " while it ran", ""))
                        .distinct()
                        .sorted((one, other) -> one.test().compareTo(other.test()))
                        .toList(),
                Remedies.difference())));
        return found;
    }

    private static boolean isOfItsDatabase(Hit hit, Changed changed) {
        return hit.kind().equals("DATABASE") && Clashes.isPartOf(hit.resource(), changed.path());
    }
}
