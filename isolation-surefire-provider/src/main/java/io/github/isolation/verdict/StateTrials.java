package io.github.isolation.verdict;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Inquiry;
import io.github.isolation.trial.Ledger;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.OutOfBudgetException;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for tests that mind what others leave in their JVM. Who reads a static field cannot be seen, so everybody has to run
 * after those that leave something: the whole suite, once or twice. Whoever fails then is questioned by itself.
 */
final class StateTrials {
    /** So many tests are questioned, and of one class. Many fail where a locale is left, and one of them shows it. */
    static final int MOST_VICTIMS = 12;

    static final int MOST_OF_A_CLASS = 3;

    private final Suspects suspects;
    private final List<String> order;
    private final Cases known;
    private final Ledger ledger;
    private final RecordedTries tries;
    private final Set<String> failed = new HashSet<>();
    private final Map<String, Integer> questioned = new HashMap<>();
    private int unquestioned;
    private final List<Piece> culprits = new ArrayList<>();

    /**
     * In a suite.
     *
     * @param order its classes, as they ran
     */
    StateTrials(Suspects suspects, List<String> order, Cases known, Ledger ledger, RecordedTries tries) {
        this.suspects = suspects;
        this.order = order;
        this.known = known;
        this.ledger = ledger;
        this.tries = tries;
    }

    void run() throws OutOfBudgetException, InterruptedException {
        List<Finding> left = suspects.of(Section.LEFT);
        List<String> polluters = order.stream()
                .filter(name -> left.stream().anyMatch(one -> one.classes().contains(name)))
                .toList();
        if (polluters.isEmpty() || order.size() < 2) {
            return;
        }
        int runs = 0;
        for (List<String> first : orders(polluters)) {
            List<Piece> lane = lane(first);
            TrialResult result = ledger.result(Trial.inOrder(lane), 1);
            if (!result.problem().isEmpty()) {
                String problem = "a run of all tests after it came to nothing: " + result.problem();
                left.forEach(one -> suspects.saw(one, problem));
                return;
            }
            runs++;
            for (TestRef test : failed(result, lane)) {
                question(test, result.of(test) == Outcome.CRASHED, lane, first.size());
            }
        }
        String nobody = "all other tests ran after it in " + (runs == 1 ? "1 run" : runs + " runs")
                + (polluters.size() == 1 ? "" : ", and after the others that leave something")
                + ": none was seen to fail because of it"
                + (unquestioned == 0 ? "" : ", and of those that failed then, " + unquestioned + " were not looked at");
        suspects.untried(Section.LEFT).forEach(one -> suspects.saw(one, nobody));
    }

    /** As they ran, and the other way round: then those are victims that came before, and nobody else has cleaned up. */
    private static List<List<String>> orders(List<String> polluters) {
        List<String> reversed = new ArrayList<>(polluters);
        Collections.reverse(reversed);
        return polluters.size() == 1 ? List.of(polluters) : List.of(polluters, reversed);
    }

    private List<Piece> lane(List<String> first) {
        List<String> names = new ArrayList<>(first);
        order.stream().filter(name -> !first.contains(name)).forEach(names::add);
        return names.stream().map(Piece::whole).toList();
    }

    private static List<TestRef> failed(TrialResult result, List<Piece> lane) {
        List<String> names = lane.stream().map(Piece::className).toList();
        return result.outcomes().entrySet().stream()
                .filter(one -> one.getValue().isFailure())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((TestRef test) -> names.indexOf(Trial.topLevel(test.className())))
                        .thenComparing(TestRef::toString))
                .toList();
    }

    private void question(TestRef test, boolean crashed, List<Piece> lane, int polluters)
            throws OutOfBudgetException, InterruptedException {
        String className = Trial.topLevel(test.className());
        int place = lane.indexOf(Piece.whole(className));
        if (place < 1 || !failed.add(test.toString())) {
            return;
        }
        int ofClass = questioned.getOrDefault(className, 0);
        if (ofClass == MOST_OF_A_CLASS
                || questioned.values().stream().mapToInt(many -> many).sum() == MOST_VICTIMS) {
            unquestioned++;
            return;
        }
        questioned.put(className, ofClass + 1);
        List<Piece> before = lane.subList(0, Math.min(place, polluters));
        List<Piece> hints = culprits.stream()
                .filter(one -> before.contains(Piece.whole(one.className())))
                .toList();
        String method = test.isOfClass() ? "" : MethodIds.of(test.id());
        Piece alone = method.isEmpty() ? Piece.whole(className) : new Piece(className, List.of(method));
        tries.want(test);
        Case asked = new Case(test, crashed, alone, before, hints, List.of(), List.of());
        Verdict verdict = new Inquiry(asked, ledger, known::methodsOf).verdict();
        if (verdict.kind() == Verdict.Kind.POLLUTED) {
            culprits.addAll(verdict.culprits());
            String names = String.join(
                    " and ", verdict.culprits().stream().map(Piece::toString).toList());
            for (Piece culprit : verdict.culprits()) {
                suspects.failsAfter(
                        culprit,
                        test,
                        test + " failed after " + names + " in " + verdict.with() + " runs, passed alone in "
                                + verdict.alone().passed());
            }
        }
    }
}
