package io.github.isolation.trial;

import io.github.isolation.trial.Verdict.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Questions one test that failed: alone, after what was before it, beside what was beside it; then who of them is to blame. Nobody
 * is named on a single run: see {@link #SURE}.
 */
public final class Inquiry {
    /**
     * So often a test must fail with a culprit, and pass without, each time. Of a test that fails by chance, half of the time, one in
     * 256 does so after a class that has nothing to do with it.
     */
    static final int SURE = 4;

    /** So often classes are run side by side; twice as often if they do not get along now and then. */
    static final int BESIDE = 5;

    /** So many runs alone at most, where side by side it only fails now and then. */
    private static final int MOST_ALONE = 14;

    /** How likely it may be that a test which fails by chance passes alone each time. */
    private static final double CHANCE = 0.01;

    private static final int MOST_HINTS = 3;

    /** So many of those that other forks ran behind something else are tried in vain. */
    private static final int MOST_LATE = 3;

    private final Case of;
    private final Ledger ledger;
    private final Function<String, List<String>> methodsOf;
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private Tally withOthers = Tally.NONE;

    /**
     * Of a case.
     *
     * @param methodsOf unique ids of the methods of a class that were run, in their order; none if they are not known
     */
    public Inquiry(Case of, Ledger ledger, Function<String, List<String>> methodsOf) {
        this.of = of;
        this.ledger = ledger;
        this.methodsOf = methodsOf;
    }

    /** The answer, when all trials for it have been made. */
    public Verdict verdict() throws InterruptedException {
        try {
            return answer();
        } catch (OutOfBudgetException e) {
            return verdict(Kind.UNDECIDED, List.of(), withOthers, null);
        }
    }

    private Verdict answer() throws OutOfBudgetException, InterruptedException {
        if (fails(alone(), 1)) {
            Verdict needs = needs();
            return needs == null ? failsAlone() : needs;
        }
        if (tally(alone()).of() == 0) {
            return verdict(
                    Kind.UNDECIDED,
                    List.of(),
                    withOthers,
                    null); // it has no turn: no worker starts, or it is not there
        }
        for (Piece hint : of.hints().stream().distinct().limit(MOST_HINTS).toList()) {
            Verdict polluted = fails(List.of(hint), 1) ? pollutedBy(List.of(hint)) : null;
            if (polluted != null) {
                return polluted;
            }
        }
        if (!of.before().isEmpty() && fails(of.before(), 1)) {
            Optional<List<Piece>> culprits = Smallest.of(of.before(), some -> fails(some, 1));
            Verdict polluted = culprits.isEmpty() ? null : pollutedBy(culprits.get());
            return polluted == null ? byChance() : polluted;
        }
        Verdict clash = clash();
        if (clash != null) {
            return clash;
        }
        again(alone(), 2);
        if (!of.before().isEmpty()) {
            again(of.after(of.before()), 2);
        }
        if (tally(alone()).failed() + withOthers.failed() > 0) {
            return byChance();
        }
        return verdict(of.crashed() ? Kind.CRASHED : Kind.NOT_REPRODUCED, List.of(), withOthers, null);
    }

    private Verdict failsAlone() throws OutOfBudgetException, InterruptedException {
        again(alone(), fails(alone(), 2) ? 2 : SURE);
        boolean crashes = of.crashed() && ledger.result(alone(), 1).of(of.test()) == Outcome.CRASHED;
        return verdict(crashes ? Kind.CRASHED : Kind.FAILS_ALONE, List.of(), Tally.NONE, alone());
    }

    /** It passes sometimes, and sometimes it does not, and nobody else has been shown to be the cause. */
    private Verdict byChance() throws OutOfBudgetException, InterruptedException {
        again(alone(), SURE);
        return tally(alone()).failed() > 0
                ? verdict(Kind.FAILS_ALONE, List.of(), Tally.NONE, alone())
                : verdict(Kind.UNDECIDED, List.of(), withOthers, null);
    }

    /** Whether it fails alone because something is missing that others bring with them; null if not. */
    private @Nullable Verdict needs() throws OutOfBudgetException, InterruptedException {
        if (of.passedAfter().isEmpty() || !passes(of.passedAfter(), 1)) {
            return null;
        }
        Optional<List<Piece>> found = Smallest.of(of.passedAfter(), some -> passes(some, 1));
        if (found.isEmpty()) {
            return null;
        }
        List<Piece> needed = narrowed(found.get(), some -> passes(some, 1));
        Trial after = of.after(needed);
        Tally with = again(after, SURE);
        Tally alone = again(alone(), SURE);
        return never(with) && always(alone) ? verdict(Kind.NEEDS_FIRST, needed, with, after) : null;
    }

    /** Null if it is not sure. */
    private @Nullable Verdict pollutedBy(List<Piece> classes) throws OutOfBudgetException, InterruptedException {
        List<Piece> culprits = narrowed(classes, some -> fails(some, 1));
        Trial after = of.after(culprits);
        Tally with = again(after, SURE);
        Tally alone = again(alone(), SURE);
        return always(with) && never(alone) ? verdict(Kind.POLLUTED, culprits, with, after) : null;
    }

    /** Of each class, the methods that it takes; all of the class where its methods have no part in it, or are not known. */
    private List<Piece> narrowed(List<Piece> classes, Smallest.Question<Piece> question)
            throws OutOfBudgetException, InterruptedException {
        List<Piece> narrowed = new ArrayList<>(classes);
        for (int i = 0; i < classes.size(); i++) {
            Piece whole = classes.get(i);
            List<String> methods = whole.isWhole() ? methodsOf.apply(whole.className()) : whole.ids();
            if (methods.size() < 2) {
                continue;
            }
            int place = i;
            Smallest.Question<String> withMethods = some -> {
                List<Piece> tried = new ArrayList<>(narrowed);
                tried.set(place, new Piece(whole.className(), some));
                return question.happensWith(tried);
            };
            Optional<List<String>> needed = Smallest.of(methods, withMethods);
            if (needed.isPresent() && !happensWithAnother(methods, needed.get(), withMethods)) {
                narrowed.set(i, new Piece(whole.className(), needed.get()));
            }
        }
        return narrowed;
    }

    /** If it takes any method of the class, it is what is around them all: its setup, or its initializer. */
    private static boolean happensWithAnother(
            List<String> methods, List<String> needed, Smallest.Question<String> question)
            throws OutOfBudgetException, InterruptedException {
        for (String method : methods) {
            if (!needed.contains(method)) {
                return question.happensWith(List.of(method));
            }
        }
        return false;
    }

    /** Null if it did not fail beside anybody, or it is not sure beside whom. */
    private @Nullable Verdict clash() throws OutOfBudgetException, InterruptedException {
        List<List<Piece>> lanes = new ArrayList<>();
        lanes.add(List.of(Piece.whole(of.alone().className())));
        of.beside().stream().filter(lane -> !lane.isEmpty()).forEach(lanes::add);
        if (lanes.size() == 1) {
            return null;
        }
        boolean together = failures(new Trial(lanes)) > 0;
        int late = 0;
        for (List<Piece> lane : lanes.subList(1, lanes.size())) {
            for (Piece other : lane) {
                // If it does not fail, the first of each lane are innocent: they began with it. The others did so in
                // the run, perhaps.
                if (!together && (other.equals(lane.get(0)) || ++late > MOST_LATE)) {
                    continue;
                }
                Trial pair = Trial.atOnce(Piece.whole(of.alone().className()), other);
                int failures = failures(pair);
                if (failures > 0 && failures < BESIDE) {
                    failures = again(pair, 2 * BESIDE).failed();
                }
                if (failures >= 2 && passesAlone(tally(pair))) {
                    return verdict(Kind.CLASHES, List.of(other), tally(pair), pair);
                }
            }
        }
        return null;
    }

    private int failures(Trial trial) throws OutOfBudgetException, InterruptedException {
        return again(trial, BESIDE).failed();
    }

    /** So often that chance would have made it fail if it failed about as often as it does beside others. */
    private boolean passesAlone(Tally beside) throws OutOfBudgetException, InterruptedException {
        double passes = 1 - (beside.failed() - 1.0) / beside.of(); // one of them may have been luck
        int runs = SURE;
        while (runs < MOST_ALONE && Math.pow(passes, runs) > CHANCE) {
            runs++;
        }
        return never(again(alone(), runs)) && Math.pow(passes, runs) <= CHANCE;
    }

    private static boolean always(Tally tally) {
        return tally.of() >= SURE && tally.failed() == tally.of();
    }

    private static boolean never(Tally tally) {
        return tally.of() >= SURE && tally.failed() == 0;
    }

    private Trial alone() {
        return of.after(List.of());
    }

    private boolean fails(List<Piece> before, int nth) throws OutOfBudgetException, InterruptedException {
        return fails(of.after(before), nth);
    }

    private boolean passes(List<Piece> before, int nth) throws OutOfBudgetException, InterruptedException {
        Trial trial = of.after(before);
        return !fails(trial, nth) && ledger.result(trial, nth).of(of.test()) == Outcome.PASSED;
    }

    /** Whether it fails when that is tried for the n-th time. */
    private boolean fails(Trial trial, int nth) throws OutOfBudgetException, InterruptedException {
        again(trial, nth);
        return ledger.result(trial, nth).fails(of.test());
    }

    /** Tries that until it has been tried so often. A run in which the test had no turn says nothing, and is not counted. */
    private Tally again(Trial trial, int times) throws OutOfBudgetException, InterruptedException {
        String key = trial.key();
        for (int nth = made.getOrDefault(key, 0) + 1; nth <= times; nth++) {
            Outcome outcome = ledger.result(trial, nth).of(of.test());
            made.put(key, nth);
            if (outcome != Outcome.NOT_RUN) {
                tallies.put(key, tally(trial).plus(outcome.isFailure()));
                if (!key.equals(alone().key())) {
                    withOthers = withOthers.plus(outcome.isFailure());
                }
            }
        }
        return tally(trial);
    }

    private Tally tally(Trial trial) {
        return tallies.getOrDefault(trial.key(), Tally.NONE);
    }

    private Verdict verdict(Kind kind, List<Piece> culprits, Tally with, @Nullable Trial shows) {
        Tally alone = tally(alone());
        return new Verdict(of.test(), kind, culprits, with, alone, alone.of() + withOthers.of(), shows);
    }
}
