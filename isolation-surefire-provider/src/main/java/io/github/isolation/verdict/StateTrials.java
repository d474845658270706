package io.github.isolation.verdict;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Inquiry;
import io.github.isolation.trial.Ledger;
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
import java.util.TreeSet;

/**
 * Looks for tests that mind what others leave in their JVM, or need it. Who reads a static field cannot be seen, so everybody has to
 * run after those that leave something, and before them: the whole suite, two or three times. Whoever fails then is questioned by
 * itself.
 */
final class StateTrials {
    /**
     * So many tests are questioned, and of one class. Many fail where a locale is left, and one of them shows it. Those that failed in
     * the run itself as well take no place of others.
     */
    static final int MOST_VICTIMS = 12;

    static final int MOST_OF_A_CLASS = 3;

    /** So many are found to do it to one test, each by itself; whoever is left then is not known to do it, or not to. */
    static final int MOST_CULPRITS = 4;

    /** So often what was cut off, because a class had ended its worker, runs once more. */
    static final int MOST_PARTS = 4;

    private static final int NAMED = 3;

    private final Suspects suspects;
    private final List<String> order;
    private final Cases known;
    private final Ledger ledger;
    private final RecordedTries tries;
    private final Set<String> wentFirst = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> failedInTheRun = new HashSet<>();
    private final Map<String, Integer> questioned = new HashMap<>();
    private final Map<String, Integer> questionedOfTheRun = new HashMap<>();
    private final FoundCulprits culprits;

    /** Classes by which workers have ended: they crash, take too long, or want a worker of their own. They run last from then on. */
    private final Set<String> enders = new TreeSet<>();

    /** Those of them behind which nobody was run, although they leave something. */
    private final Set<String> unfollowed = new HashSet<>();

    private int unquestioned;
    private final Set<String> undecided = new HashSet<>();

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
        this.culprits = new FoundCulprits(known::methodsOf);
        known.all().forEach(one -> failedInTheRun.add(Baseline.key(one.test())));
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
        Set<String> reached = new HashSet<>();
        String problem = runBehind(polluters, reached);
        List<String> followed = without(enders, polluters);
        // Then those are victims that came before, and nobody else has cleaned up. Of one, that would be the same run.
        if (problem.isEmpty() && followed.size() > 1) {
            problem = runBehind(reversed(followed), reached);
        }
        boolean ranBehind = problem.isEmpty();
        if (ranBehind) {
            problem = lookForNeedy(followed, polluters);
        }
        if (!problem.isEmpty()) {
            String why = "a run of all tests " + (ranBehind ? "before" : "after") + " it came to nothing: " + problem;
            untried(Set.copyOf(polluters)).forEach(one -> suspects.saw(one, why));
            return;
        }
        wentFirst.addAll(polluters);
        unfollowed.addAll(polluters);
        followed.forEach(unfollowed::remove);
        String nobody =
                nobody(followed.size(), without(reached, others(polluters)).size());
        untried(wentFirst)
                .forEach(one -> suspects.saw(
                        one,
                        unfollowed.containsAll(Suspects.polluters(one))
                                ? "no test ran after it: its class ends the worker that it runs in, or wants one of its own"
                                : nobody));
    }

    /**
     * In words.
     *
     * @param missed so many classes had no turn behind it
     */
    private String nobody(int polluters, int missed) {
        List<String> open = new ArrayList<>();
        if (unquestioned > 0) {
            open.add(unquestioned + " were not looked at");
        }
        if (!undecided.isEmpty()) {
            open.add(undecided.size() + " could not be decided");
        }
        return "all other tests "
                + (missed == 0
                        ? ""
                        : "but those of " + missed + (missed == 1 ? " class" : " classes")
                                + ", whose worker had ended by then (" + named(enders) + "), ")
                + "ran after it in " + (polluters == 1 ? "1 run" : "2 runs")
                + (polluters == 1 ? "" : ", and after the others that leave something")
                + ": none was seen to fail because of it"
                + (open.isEmpty() ? "" : ", and of those that failed then, " + String.join(", and ", open));
    }

    private static String named(Collection<String> names) {
        return String.join(", ", names.stream().limit(NAMED).toList()) + (names.size() > NAMED ? ", …" : "");
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

    /** Those that end their worker at the end, where they cut nobody off. */
    private List<String> others(Collection<String> polluters) {
        List<String> others = new ArrayList<>(without(polluters, order));
        List<String> last = others.stream().filter(enders::contains).toList();
        others.removeAll(last);
        others.addAll(last);
        return others;
    }

    private static List<String> without(Collection<String> some, List<String> names) {
        return names.stream().filter(name -> !some.contains(name)).toList();
    }

    private static List<String> reversed(List<String> names) {
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Piece> lane(List<String> first, List<String> then) {
        List<Piece> lane = new ArrayList<>();
        first.forEach(name -> lane.add(Piece.whole(name)));
        then.forEach(name -> lane.add(Piece.whole(name)));
        return lane;
    }

    /**
     * Runs all others behind these. Who ends the worker cuts off what is behind it, and that runs once more, without it.
     *
     * @param reached gets those that had their turn, or want none in such company
     * @return why it came to nothing; empty if it did not
     */
    private String runBehind(List<String> polluters, Set<String> reached)
            throws OutOfBudgetException, InterruptedException {
        List<String> first = without(enders, polluters);
        List<String> then = others(polluters);
        for (int part = 0; part < MOST_PARTS && !first.isEmpty(); part++) {
            List<Piece> lane = lane(first, then);
            TrialResult result = ledger.result(Trial.inOrder(lane), 1);
            lookForVictims(result, lane, first.size());
            if (!result.problem().isEmpty()) {
                return result.problem();
            }
            Map<String, String> cutOff = result.cutOff();
            enders.addAll(cutOff.values());
            List<String> left = then.stream()
                    .filter(name -> cutOff.containsKey(name) && !name.equals(cutOff.get(name)))
                    .toList();
            reached.addAll(without(left, then));
            List<String> stay = without(enders, first);
            boolean open = !left.isEmpty() || stay.stream().anyMatch(cutOff::containsKey);
            if (!open || (left.size() == then.size() && stay.size() == first.size())) {
                return "";
            }
            first = stay;
            then = left;
        }
        return "";
    }

    private void lookForVictims(TrialResult result, List<Piece> lane, int polluters)
            throws OutOfBudgetException, InterruptedException {
        for (TestRef test : failed(result, lane)) {
            List<Piece> before = before(test, lane, polluters);
            boolean ranBehind = !result.cutOff().containsKey(Trial.topLevel(test.className()));
            // Another order has other suspects: in the first one somebody may have cleaned up behind them.
            if (ranBehind && !before.isEmpty() && (culprits.mayBeMore(test) || isToBeQuestioned(test))) {
                questionAfter(before, test);
            }
        }
    }

    /** Those that fail before the polluters, and did not fail after them. */
    private String lookForNeedy(List<String> followed, List<String> polluters)
            throws OutOfBudgetException, InterruptedException {
        List<Piece> after = lane(followed, others(polluters));
        List<Piece> before = lane(others(polluters), reversed(polluters));
        TrialResult result = ledger.result(Trial.inOrder(before), 1);
        for (TestRef test : failed(result, before)) {
            List<Piece> helpers = before(test, after, followed.size());
            if (!helpers.isEmpty() && isToBeQuestioned(test)) {
                question(test, List.of(), List.of(), helpers);
            }
        }
        return result.problem();
    }

    /** The polluters that a test's class has before it; none where it is among nobody's classes. */
    private static List<Piece> before(TestRef test, List<Piece> lane, int polluters) {
        int place = lane.indexOf(Piece.whole(Trial.topLevel(test.className())));
        return lane.subList(0, Math.max(0, Math.min(place, polluters)));
    }

    /** Those first that passed in the run itself, where nobody else knows why they fail. */
    private List<TestRef> failed(TrialResult result, List<Piece> lane) {
        List<String> names = lane.stream().map(Piece::className).toList();
        return result.outcomes().entrySet().stream()
                .filter(one -> one.getValue().isFailure())
                .map(Map.Entry::getKey)
                .sorted(Comparator.<TestRef, Boolean>comparing(this::hasFailedInTheRun)
                        .thenComparing(test -> names.indexOf(Trial.topLevel(test.className())))
                        .thenComparing(TestRef::toString)
                        .thenComparing(TestRef::id))
                .toList();
    }

    private boolean hasFailedInTheRun(TestRef test) {
        return failedInTheRun.contains(Baseline.key(test));
    }

    /** Each once, and no more than some. */
    private boolean isToBeQuestioned(TestRef test) {
        if (!failed.add(test.toString())) {
            return false;
        }
        Map<String, Integer> places = hasFailedInTheRun(test) ? questionedOfTheRun : questioned;
        String className = Trial.topLevel(test.className());
        int ofClass = places.getOrDefault(className, 0);
        if (ofClass == MOST_OF_A_CLASS
                || places.values().stream().mapToInt(many -> many).sum() == MOST_VICTIMS) {
            unquestioned++;
            return false;
        }
        places.put(className, ofClass + 1);
        return true;
    }

    /** Of those after each of which it fails, one is found at a time: then the others are asked about without it. */
    private void questionAfter(List<Piece> before, TestRef test) throws OutOfBudgetException, InterruptedException {
        boolean again = culprits.mayBeMore(test);
        List<Piece> suspected = culprits.suspects(test, before, suspects::isNews);
        while (!suspected.isEmpty() && culprits.times(test) < MOST_CULPRITS) {
            if (again && !failsAfter(suspected, test)) {
                return;
            }
            again = true;
            if (question(test, suspected, culprits.hints(suspected), List.of()).kind() != Verdict.Kind.POLLUTED) {
                return;
            }
            suspected = culprits.suspects(test, before, suspects::isNews);
        }
        if (!suspected.isEmpty()) {
            undecided.add(test.toString());
        }
    }

    /** In one run: most often nobody else is to blame, and that takes no more. */
    private boolean failsAfter(List<Piece> suspected, TestRef test) throws OutOfBudgetException, InterruptedException {
        tries.want(test);
        return ledger.result(Case.behind(test, suspected, List.of(), List.of()).after(suspected), 1)
                .fails(test);
    }

    private Verdict question(TestRef test, List<Piece> before, List<Piece> hints, List<Piece> helpers)
            throws OutOfBudgetException, InterruptedException {
        tries.want(test);
        Case asked = Case.behind(test, before, hints, helpers);
        Verdict verdict = new Inquiry(asked, ledger, known::methodsOf).verdict();
        culprits.learned(verdict);
        String names = String.join(
                " and ", verdict.culprits().stream().map(Piece::toString).toList());
        Trial shows = verdict.shows();
        if (verdict.kind() == Verdict.Kind.POLLUTED && shows != null) {
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
                    asked.after(List.of()));
        } else if (verdict.kind() == Verdict.Kind.UNDECIDED) {
            undecided.add(test.toString());
        }
        return verdict;
    }

    /** With the line in which it fails when this is tried. */
    private void mind(Verdict verdict, String what, Trial failing) throws OutOfBudgetException, InterruptedException {
        String line = ledger.result(failing, 1).lineOf(verdict.test());
        String seen = what + (line.isEmpty() ? "" : "; it fails at " + line);
        verdict.culprits().forEach(culprit -> suspects.minds(culprit, verdict.test(), seen));
    }
}
