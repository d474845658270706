package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.UniqueIds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a worker is handed at a time.
 *
 * @param className the test class; empty for {@link #NONE}
 * @param finalIds unique ids that have a final result and must not run again
 * @param onlyIds unique ids to run, and nothing else of the class; empty for all of it
 * @param alone whether it must not be run in one plan with others
 */
public record Unit(String className, Set<String> finalIds, UniqueIds onlyIds, boolean alone) {
    /** What a worker does when it has no class in hand: start, re-run failures, leave. */
    public static final Unit NONE = of("");

    /** How many ids a worker is told of at a time: far below the limit of a frame, for ids of some hundred characters. */
    static final int IDS_AT_A_TIME = 4_000;

    /** A class that has not been begun. */
    public static Unit of(String className) {
        // A class inside of another might be run with that one, and then again.
        return new Unit(className, Set.of(), UniqueIds.NONE, className.indexOf('$') >= 0);
    }

    /** The rest of it, when these are final, too. */
    Unit without(Set<String> alsoFinal) {
        Set<String> all = new LinkedHashSet<>(finalIds);
        all.addAll(alsoFinal);
        return new Unit(className, all, onlyIds, true);
    }

    /** The same class for another attempt: what failed, or, if that is not known, what is not done. */
    Unit again(Set<String> done, Set<String> failed) {
        Set<String> leftOut = failed.isEmpty() ? Invocations.outside(done) : Set.of();
        return new Unit(className, leftOut, UniqueIds.of(failed), true);
    }

    /** The same, to be run by itself. */
    Unit keptAlone() {
        return new Unit(className, finalIds, onlyIds, true);
    }

    /** Whether this test is one that need not run. */
    boolean isUnasked(String id) {
        return finalIds.contains(id) || !(onlyIds.isEmpty() || onlyIds.areOnOneLineWith(id));
    }

    /** How a worker is told, in order; the last one is what it waits for, and says which attempt this is. */
    List<Command> commands(int attempt) {
        List<Command> commands = new ArrayList<>();
        for (Set<String> some : pieces(finalIds)) {
            commands.add(new Command.Narrow(some, Set.of()));
        }
        for (Set<String> some : pieces(onlyIds.all())) {
            commands.add(new Command.Narrow(Set.of(), some));
        }
        commands.add(new Command.RunClass(className, attempt));
        return commands;
    }

    private static List<Set<String>> pieces(Set<String> ids) {
        List<Set<String>> pieces = new ArrayList<>();
        for (String id : ids) {
            if (pieces.isEmpty() || pieces.get(pieces.size() - 1).size() == IDS_AT_A_TIME) {
                pieces.add(new LinkedHashSet<>());
            }
            pieces.get(pieces.size() - 1).add(id);
        }
        return pieces;
    }
}
