package io.github.isolation.verdict;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Inquiry;
import io.github.isolation.trial.Ledger;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.OutOfBudgetException;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for tests that mind what others leave in their JVM, or need it. Who reads a static field cannot be seen, so everybody has to
 * run after those that leave something, and before them: the whole suite, two or three times. Whoever fails then is questioned by
 * itself.
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
    private final Set<String> wentFirst = new HashSet<>();
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

    /** Of what is in these parts of a report. Classes that have gone first already do not do so again. */
    void run(Section... sections) throws OutOfBudgetException, InterruptedException {
        Set<String> leave = new HashSet<>();
        for (Section section : sections) {
            suspects.of(section).forEach(one -> leave.addAll(Suspects.polluters(one)));
        }
        List<String> polluters = order.stream()
                .filter(name -> leave.contains(name) && !wentFirst.contains(name))
                .toList();
        if (polluters.isEmpty() || order.size() < 2) {
            return;
        }
        List<String> reversed = new ArrayList<>(polluters);
        Collections.reverse(reversed);
        List<Piece> after = lane(polluters, others(polluters));
        TrialResult result = ledger.result(Trial.inOrder(after), 1);
        if (!result.problem().isEmpty()) {
            String problem = "a run of all tests after it came to nothing: " + result.problem();
            untried(Set.copyOf(polluters)).forEach(one -> suspects.saw(one, problem));
            return;
        }
        lookForVictims(result, after, polluters.size());
        // Then those are victims that came before, and nobody else has cleaned up. Of one, that is the same run.
        List<Piece> turned = lane(reversed, others(polluters));
        lookForVictims(ledger.result(Trial.inOrder(turned), 1), turned, polluters.size());
        lookForNeedy(after, lane(others(polluters), reversed), polluters.size());
        String nobody = "all other tests ran after it in " + (polluters.size() == 1 ? "1 run" : "2 runs")
                + (polluters.size() == 1 ? "" : ", and after the others that leave something")
                + ": none was seen to fail because of it"
                + (unquestioned == 0 ? "" : ", and of those that failed then, " + unquestioned + " were not looked at");
        wentFirst.addAll(polluters);
        untried(wentFirst).forEach(one -> suspects.saw(one, nobody));
    }

    /** What was left by these, and nothing was seen of. */
    private List<Finding> untried(Set<String> polluters) {
        List<Finding> all = new ArrayList<>();
        for (Section section : List.of(Section.LEFT, Section.AT_WORK, Section.HARMLESS)) {
            all.addAll(suspects.untried(section));
        }
        all.removeIf(one -> !polluters.containsAll(Suspects.polluters(one)));
        return all;
    }

    private List<String> others(Collection<String> polluters) {
        return order.stream().filter(name -> !polluters.contains(name)).toList();
    }

    private static List<Piece> lane(List<String> first, List<String> then) {
        List<Piece> lane = new ArrayList<>();
        first.forEach(name -> lane.add(Piece.whole(name)));
        then.forEach(name -> lane.add(Piece.whole(name)));
        return lane;
    }

    private void lookForVictims(TrialResult result, List<Piece> lane, int polluters)
            throws OutOfBudgetException, InterruptedException {
        for (TestRef test : failed(result, lane)) {
            List<Piece> before = before(test, lane, polluters);
            if (!before.isEmpty() && isToBeQuestioned(test)) {
                List<Piece> hints = culprits.stream()
                        .filter(one -> before.contains(Piece.whole(one.className())))
                        .toList();
                question(test, before, hints, List.of());
            }
        }
    }

    /** Those that fail before the polluters, and did not fail after them. */
    private void lookForNeedy(List<Piece> after, List<Piece> before, int polluters)
            throws OutOfBudgetException, InterruptedException {
        for (TestRef test : failed(ledger.result(Trial.inOrder(before), 1), before)) {
            List<Piece> helpers = before(test, after, polluters);
            if (!helpers.isEmpty() && isToBeQuestioned(test)) {
                question(test, List.of(), List.of(), helpers);
            }
        }
    }

    /** The polluters that a test's class has before it; none where it is among nobody's classes. */
    private static List<Piece> before(TestRef test, List<Piece> lane, int polluters) {
        int place = lane.indexOf(Piece.whole(Trial.topLevel(test.className())));
        return lane.subList(0, Math.max(0, Math.min(place, polluters)));
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

    /** Each once, and no more than some. */
    private boolean isToBeQuestioned(TestRef test) {
        if (!failed.add(test.toString())) {
            return false;
        }
        String className = Trial.topLevel(test.className());
        int ofClass = questioned.getOrDefault(className, 0);
        if (ofClass == MOST_OF_A_CLASS
                || questioned.values().stream().mapToInt(many -> many).sum() == MOST_VICTIMS) {
            unquestioned++;
            return false;
        }
        questioned.put(className, ofClass + 1);
        return true;
    }

    private void question(TestRef test, List<Piece> before, List<Piece> hints, List<Piece> helpers)
            throws OutOfBudgetException, InterruptedException {
        String className = Trial.topLevel(test.className());
        String method = MethodIds.of(test.id());
        Piece alone = method.isEmpty() ? Piece.whole(className) : new Piece(className, List.of(method));
        tries.want(test);
        Case asked = new Case(test, false, alone, before, hints, List.of(), helpers);
        Verdict verdict = new Inquiry(asked, ledger, known::methodsOf).verdict();
        String names = String.join(
                " and ", verdict.culprits().stream().map(Piece::toString).toList());
        Trial shows = verdict.shows();
        if (verdict.kind() == Verdict.Kind.POLLUTED && shows != null) {
            culprits.addAll(verdict.culprits());
            mind(
                    verdict,
                    test + " failed after " + names + " in " + verdict.with() + " runs, passed alone in "
                            + verdict.alone().passed(),
                    shows);
        } else if (verdict.kind() == Verdict.Kind.NEEDS_FIRST) {
            mind(
                    verdict,
                    test + " passed after " + names + " in " + verdict.with().passed() + " runs, failed alone in "
                            + verdict.alone(),
                    Trial.inOrder(List.of(alone)));
        }
    }

    /** With the line in which it fails when this is tried. */
    private void mind(Verdict verdict, String what, Trial failing) throws OutOfBudgetException, InterruptedException {
        String line = ledger.result(failing, 1).lineOf(verdict.test());
        String seen = what + (line.isEmpty() ? "" : "; it fails at " + line);
        verdict.culprits().forEach(culprit -> suspects.minds(culprit, verdict.test(), seen));
    }
}
