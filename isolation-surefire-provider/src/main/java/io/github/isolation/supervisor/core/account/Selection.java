package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.UniqueIds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tests of a class a worker is to run.
 *
 * @param finalIds unique ids that have a final result and must not run again
 * @param onlyIds unique ids to run, and nothing else of the class; empty for all of it
 * @param wholeTests tests that run with all their invocations, since nobody can say which number is which in another JVM
 * @param alone whether it must not be run in one plan with others
 */
public record Selection(UniqueIds finalIds, UniqueIds onlyIds, UniqueIds wholeTests, boolean alone) {
    /** How many ids a worker is told of at a time: far below the limit of a frame, for ids of some hundred characters. */
    public static final int IDS_AT_A_TIME = 4_000;

    /** All of a class. */
    public static Selection allOf(String className) {
        // A class inside of another might be run with that one, and then again.
        boolean alone = className.indexOf('$') >= 0;
        return new Selection(new UniqueIds(), new UniqueIds(), new UniqueIds(), alone);
    }

    /**
     * Some tests of one, which run beside the others, in a worker of their own.
     *
     * @param done what is in them and must not run again
     */
    public static Selection only(Set<String> ids, UniqueIds done) {
        return new Selection(done, UniqueIds.of(ids), new UniqueIds(), true);
    }

    /** The rest of it, when these are final, too, and these run as a whole from here on. */
    public Selection without(UniqueIds alsoFinal, Set<String> alsoWhole) {
        UniqueIds all = finalIds.copy();
        all.addAll(alsoFinal);
        UniqueIds wholes = wholeTests.copy();
        alsoWhole.forEach(wholes::add);
        return new Selection(all, onlyIds, wholes, true);
    }

    /**
     * A class for another attempt: what failed, or, if that is not known, what is not done. Of what nobody can tell
     * apart from others, all.
     */
    public static Selection again(UniqueIds done, Set<String> failed) {
        UniqueIds leftOut = failed.isEmpty() ? Invocations.outside(done) : new UniqueIds();
        UniqueIds wholes = new UniqueIds();
        for (String id : failed) {
            String runner = VintageIndex.runner(id);
            if (runner != null) {
                wholes.add(runner);
            }
        }
        return new Selection(leftOut, UniqueIds.of(failed), wholes, true);
    }

    /** The same, to be run by itself. */
    public Selection keptAlone() {
        return new Selection(finalIds, onlyIds, wholeTests, true);
    }

    /** Whether this test is one that need not run. */
    public boolean isUnasked(String id) {
        return finalIds.contains(id) || !(onlyIds.isEmpty() || onlyIds.areOnOneLineWith(id));
    }

    /** Whether a worker is to leave out some of the invocations of this test. */
    public boolean divides(String test) {
        return !wholeTests.contains(test) && (finalIds.areIn(test) || onlyIds.areIn(test));
    }

    /** How a worker is told, in order; the last one is what it waits for, and says which attempt this is. */
    public List<Command> commands(String className, int attempt) {
        List<Command> commands = new ArrayList<>();
        for (Set<String> some : pieces(finalIds.textsOutside(wholeTests))) {
            commands.add(new Command.Narrow(some, Set.of()));
        }
        for (Set<String> some : pieces(only())) {
            commands.add(new Command.Narrow(Set.of(), some));
        }
        commands.add(new Command.RunClass(className, attempt));
        return commands;
    }

    private List<String> only() {
        List<String> only = onlyIds.textsOutside(wholeTests);
        for (String test : wholeTests.all()) {
            if (onlyIds.areIn(test)) {
                only.add(test);
            }
        }
        return only;
    }

    private static List<Set<String>> pieces(List<String> ids) {
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
