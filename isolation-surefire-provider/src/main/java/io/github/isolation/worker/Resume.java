package io.github.isolation.worker;

import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.UniqueIds;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the class in hand is to run: not what has a final result from a worker that died, and, when failures are tried
 * again, nothing but those. Written by the command thread before the class is handed to the provider, read by the thread
 * that discovers it; in a plan of several classes, written by that thread.
 */
final class Resume {
    /**
     * @param prototypes of {@code onlyIds}: what has to be discovered for them
     * @param begunInvocations those that a worker that died or retired was in the middle of, or through with
     */
    private record Selection(
            String className,
            UniqueIds finalIds,
            UniqueIds onlyIds,
            UniqueIds prototypes,
            Set<String> begunInvocations) {
        Selection(String className, UniqueIds finalIds, Set<String> onlyIds) {
            this(
                    className,
                    finalIds,
                    UniqueIds.of(onlyIds),
                    UniqueIds.of(onlyIds.stream().map(Invocations::prototype).collect(Collectors.toSet())),
                    Invocations.begun(finalIds));
        }
    }

    /** What is said of the next class, before it is handed out; the command thread's own. */
    private final Set<String> nextFinal = new HashSet<>();

    private final Set<String> nextOnly = new HashSet<>();

    private volatile Selection selection = new Selection("", new UniqueIds(), Set.of());
    private volatile int classesHandedOut;
    private volatile Stage stage = Stage.BEGUN;

    private enum Stage {
        /** Handed out, and nothing was heard of it. */
        UNTOUCHED,
        /** Its test set was opened; before the first class, there is nothing that could fail to be found. */
        BEGUN,
        /** Its tests could not be found. */
        GIVEN_UP
    }

    /** The class that comes next is not to run as a whole. Said as often as it takes. */
    void narrow(Set<String> finalIds, Set<String> onlyIds) {
        nextFinal.addAll(finalIds);
        nextOnly.addAll(onlyIds);
    }

    /** A class is handed out, or its turn has come in a plan of several. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // no class is handed out while there is such a plan
    void next(String className) {
        selection = new Selection(className, UniqueIds.of(nextFinal), nextOnly);
        nextFinal.clear();
        nextOnly.clear();
        classesHandedOut++;
        stage = Stage.UNTOUCHED;
    }

    /** The provider has begun with the class in hand. */
    void begun() {
        stage = Stage.BEGUN;
    }

    /**
     * Something went wrong: if it was before the class in hand was begun, its tests could not be found, and it is given up.
     * That happens once to a class, so a provider that fails whenever it is called does not go round in circles.
     */
    boolean giveUpUntouched() {
        boolean untouched = stage == Stage.UNTOUCHED;
        stage = untouched ? Stage.GIVEN_UP : stage;
        return untouched;
    }

    /** Whether nothing was heard of the class in hand. */
    boolean isUntouched() {
        return stage == Stage.UNTOUCHED;
    }

    /** Whether nothing that is said of the class in hand is of interest any more. */
    boolean isGivenUp() {
        return stage == Stage.GIVEN_UP;
    }

    /** The class in hand; empty before the first one. */
    Optional<String> className() {
        return Optional.of(selection.className()).filter(name -> !name.isEmpty());
    }

    /** Whether the class runs as a whole. */
    boolean isWhole() {
        return selection.finalIds().isEmpty() && selection.onlyIds().isEmpty();
    }

    /** Whether a test, or something below a container, is to run. What is in a container that failed is not. */
    boolean allows(String id) {
        Selection now = selection;
        return !now.finalIds().cover(id) && (now.onlyIds().isEmpty() || isWanted(id, now));
    }

    private static boolean isWanted(String id, Selection now) {
        boolean discovered = Invocations.around(id) == null;
        return now.onlyIds().areOnOneLineWith(id)
                || (discovered && now.prototypes().areOnOneLineWith(id));
    }

    /** Whether an id below this one was told apart from the others: a container of which some ran and some did not. */
    boolean dividesWhatIsBelow(String id) {
        Selection now = selection;
        return now.finalIds().areIn(id) || now.onlyIds().areIn(id);
    }

    /** Whether a worker that died or retired was in the middle of this invocation of a class, or through with it. */
    boolean isBegunInvocation(String id) {
        return selection.begunInvocations().contains(id);
    }

    /** Whether a test runs here although it has its result. */
    boolean hasResult(String id) {
        return selection.finalIds().contains(id);
    }

    /** Whether this worker has run another class before the one in hand. */
    boolean hasRunOthers() {
        return classesHandedOut > 1;
    }
}
