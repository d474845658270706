package io.github.isolation.verdict;

import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who was found to make which test fail. Where any one of several is enough, one of them is found at a time: the others are then asked
 * about without it. One thread's.
 */
final class FoundCulprits {
    private final Function<String, List<String>> methodsOf;
    private final Map<String, List<Piece>> ofTests = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final List<Piece> all = new ArrayList<>();
    private final Set<String> passAlone = new HashSet<>();

    /**
     * None yet.
     *
     * @param methodsOf unique ids of the methods of a class that were run; none if they are not known
     */
    FoundCulprits(Function<String, List<String>> methodsOf) {
        this.methodsOf = methodsOf;
    }

    /** What came of asking about a test. */
    void learned(Verdict verdict) {
        String test = verdict.test().toString();
        switch (verdict.kind()) {
            case POLLUTED -> {
                passAlone.add(test);
                ofTests.computeIfAbsent(test, any -> new ArrayList<>()).addAll(verdict.culprits());
                times.merge(test, 1, Integer::sum);
                all.addAll(verdict.culprits());
            }
            case NOT_REPRODUCED, UNDECIDED -> passAlone.add(test);
            case FAILS_ALONE, CRASHED, NEEDS_FIRST, CLASHES -> {}
        }
    }

    /** Whether it was asked about before, and may fail because of others as well; what fails by itself does so in any order. */
    boolean mayBeMore(TestRef test) {
        return passAlone.contains(test.toString());
    }

    /** How often it was found what makes this test fail. */
    int times(TestRef test) {
        return times.getOrDefault(test.toString(), 0);
    }

    /** Those that have made another test fail, the first one first: they are likely to do it again. */
    List<Piece> hints(List<Piece> among) {
        return all.stream()
                .filter(one -> among.stream().anyMatch(piece -> Verdicts.contains(piece, one)))
                .toList();
    }

    /**
     * Whom there is to ask about, of classes that have run before a test: all of them; of one that has a culprit, those whose guilt would
     * be news, without what is known to do it.
     *
     * @param wouldBeNews whether it is not known by now that somebody minds what one leaves
     */
    List<Piece> suspects(TestRef test, List<Piece> before, Predicate<Piece> wouldBeNews) {
        List<Piece> known = ofTests.getOrDefault(test.toString(), List.of());
        return known.isEmpty()
                ? before
                : before.stream()
                        .flatMap(piece -> without(known, piece).stream())
                        .filter(wouldBeNews)
                        .toList();
    }

    /** What is left of a class: itself, those of its methods that are not known to do it, or nothing. */
    private List<Piece> without(List<Piece> known, Piece piece) {
        List<Piece> ofClass = known.stream()
                .filter(one -> one.className().equals(piece.className()))
                .toList();
        if (ofClass.isEmpty()) {
            return List.of(piece);
        }
        List<String> left = new ArrayList<>(methodsOf.apply(piece.className()));
        ofClass.forEach(one -> left.removeAll(one.isWhole() ? List.copyOf(left) : one.ids()));
        return left.isEmpty() ? List.of() : List.of(new Piece(piece.className(), left));
    }
}
