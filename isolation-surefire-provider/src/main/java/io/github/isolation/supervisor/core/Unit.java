package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Invocations;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a worker is handed at a time.
 *
 * @param className the test class; empty for {@link #NONE}
 * @param finalIds unique ids that have a final result and must not run again
 * @param onlyIds unique ids to run, and nothing else of the class; empty for all of it
 */
public record Unit(String className, Set<String> finalIds, Set<String> onlyIds) {
    /** What a worker does when it has no class in hand: start, re-run failures, leave. */
    public static final Unit NONE = new Unit("", Set.of(), Set.of());

    /** The rest of it, when these are final, too. */
    Unit without(Set<String> alsoFinal) {
        Set<String> all = new LinkedHashSet<>(finalIds);
        all.addAll(alsoFinal);
        return new Unit(className, all, onlyIds);
    }

    /** The same class for another attempt: what failed, or, if that is not known, what is not done. */
    Unit again(Set<String> done, Set<String> failed) {
        return new Unit(className, failed.isEmpty() ? Invocations.outside(done) : Set.of(), failed);
    }

    /** Whether this test is one that need not run. */
    boolean isUnasked(String id) {
        return finalIds.contains(id)
                || !(onlyIds.isEmpty() || onlyIds.stream().anyMatch(only -> isOnOneLine(id, only)));
    }

    private static boolean isOnOneLine(String id, String only) {
        return id.equals(only) || id.startsWith(only + "/") || only.startsWith(id + "/");
    }

    /** A class that has not been begun. */
    public static Unit of(String className) {
        return new Unit(className, Set.of(), Set.of());
    }
}
