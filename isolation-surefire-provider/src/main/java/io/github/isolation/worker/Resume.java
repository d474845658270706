package io.github.isolation.worker;

import io.github.isolation.protocol.Invocations;
import java.util.Optional;
import java.util.Set;

/**
 * What of the class in hand is to run: not what has a final result from a worker that died, and, when failures are tried
 * again, nothing but those. Written by the command thread before the class is handed to the provider, read by the thread
 * that discovers it.
 */
final class Resume {
    private record Selection(
            String className, Set<String> finalIds, Set<String> onlyIds, Set<String> begunInvocations) {
        Selection(String className, Set<String> finalIds, Set<String> onlyIds) {
            this(className, finalIds, onlyIds, Invocations.begun(finalIds));
        }
    }

    private static volatile Selection selection = new Selection("", Set.of(), Set.of());
    private static volatile int classesHandedOut;
    private static volatile Stage stage = Stage.BEGUN;

    private enum Stage {
        /** Handed out, and nothing was heard of it. */
        UNTOUCHED,
        /** Its test set was opened; before the first class, there is nothing that could fail to be found. */
        BEGUN,
        /** Its tests could not be found. */
        GIVEN_UP
    }

    private Resume() {}

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes: the one that reads commands
    static void next(String className, Set<String> finalIds, Set<String> onlyIds) {
        selection = new Selection(className, finalIds, onlyIds);
        classesHandedOut++;
        stage = Stage.UNTOUCHED;
    }

    /** The provider has begun with the class in hand. */
    static void begun() {
        stage = Stage.BEGUN;
    }

    /**
     * Something went wrong: if it was before the class in hand was begun, its tests could not be found, and it is given up.
     * That happens once to a class, so a provider that fails whenever it is called does not go round in circles.
     */
    static boolean giveUpUntouched() {
        boolean untouched = stage == Stage.UNTOUCHED;
        stage = untouched ? Stage.GIVEN_UP : stage;
        return untouched;
    }

    /** Whether nothing that is said of the class in hand is of interest any more. */
    static boolean isGivenUp() {
        return stage == Stage.GIVEN_UP;
    }

    /** The class in hand; empty before the first one. */
    static Optional<String> className() {
        return Optional.of(selection.className()).filter(name -> !name.isEmpty());
    }

    /** Whether the class runs as a whole. */
    static boolean isWhole() {
        return selection.finalIds().isEmpty() && selection.onlyIds().isEmpty();
    }

    /** Whether a test, or something below a container, is to run. */
    static boolean allows(String id) {
        Selection now = selection;
        return !isSettled(id, now.finalIds())
                && (now.onlyIds().isEmpty() || now.onlyIds().stream().anyMatch(only -> onOneLine(id, only)));
    }

    /** Whether it has its result, or is below something that has: what is in a container that failed is not run either. */
    private static boolean isSettled(String id, Set<String> finalIds) {
        for (int end = id.length(); end > 0; end = id.lastIndexOf('/', end - 1)) {
            if (finalIds.contains(id.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an id below this one was told apart from the others: a container of which some ran and some did not. */
    static boolean dividesWhatIsBelow(String id) {
        String below = id + "/";
        Selection now = selection;
        return now.finalIds().stream().anyMatch(known -> known.startsWith(below))
                || now.onlyIds().stream().anyMatch(only -> only.startsWith(below));
    }

    /** Whether a worker that died or retired was in the middle of this invocation of a class, or through with it. */
    static boolean isBegunInvocation(String id) {
        return selection.begunInvocations().contains(id);
    }

    /** Whether a test runs here although it has its result. */
    static boolean hasResult(String id) {
        return selection.finalIds().contains(id);
    }

    /** Whether this worker has run another class before the one in hand. */
    static boolean hasRunOthers() {
        return classesHandedOut > 1;
    }

    private static boolean onOneLine(String id, String only) {
        boolean discovered = Invocations.around(id) == null;
        return isOnLine(id, only) || (discovered && isOnLine(id, Invocations.prototype(only)));
    }

    private static boolean isOnLine(String id, String only) {
        return id.equals(only) || id.startsWith(only + "/") || only.startsWith(id + "/");
    }
}
