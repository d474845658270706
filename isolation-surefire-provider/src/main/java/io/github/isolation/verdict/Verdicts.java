package io.github.isolation.verdict;

import io.github.isolation.record.Fact;
import io.github.isolation.record.TrialFact;
import io.github.isolation.record.VerdictFact;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Inquiry;
import io.github.isolation.trial.Ledger;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Questions each test that failed, by trials: one line each, and facts for the record. One thread's. */
final class Verdicts {
    /** Who makes trials. */
    interface Maker {
        /** Makes one that may take so long; what these tests came to is to be known, and what fails in any case. */
        TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted)
                throws IOException, InterruptedException;

        /** Whether nobody wants any more of them. */
        boolean areCancelled();
    }

    /** Where it is told. */
    interface Told {
        /** A fact, which is handed the time. */
        void note(LongFunction<Fact> fact);

        /** A line for the console. */
        void say(String line);
    }

    private final Maker trials;
    private final Budget budget;
    private final Again again;
    private final Told told;
    private final Set<String> classesOfVictims = new HashSet<>();
    private final List<Piece> culprits = new ArrayList<>();
    private int made;
    private String problem = "";

    Verdicts(Maker trials, Budget budget, Again again, Told told) {
        this.trials = trials;
        this.budget = budget;
        this.again = again;
        this.told = told;
    }

    /** To the end, or until there is no more time. */
    void run(Cases cases) throws IOException, InterruptedException {
        if (!cases.gone().isEmpty()) {
            told.say("isolation: verdict: in the record, but not in this build: " + String.join(", ", cases.gone()));
        }
        if (cases.all().isEmpty()) {
            return;
        }
        told.say("isolation: verdict: looking for the reasons of "
                + count(cases.all().size() + cases.more(), "failure") + ", in workers of their own");
        cases.all().forEach(one -> classesOfVictims.add(one.test().className()));
        Ledger ledger = new Ledger(trial -> make(trial, cases));
        int undecided = 0;
        for (Case one : cases.all()) {
            if (trials.areCancelled()) {
                return;
            }
            Verdict verdict = new Inquiry(hinted(one), ledger, cases::methodsOf).verdict();
            undecided += verdict.kind() == Verdict.Kind.UNDECIDED ? 1 : 0;
            culprits.addAll(verdict.kind() == Verdict.Kind.POLLUTED ? verdict.culprits() : List.of());
            tell(verdict, again.command(verdict));
        }
        told.say("isolation: verdict: " + count(ledger.workerRuns(), "worker run") + " for "
                + count(cases.all().size(), "failure")
                + (cases.more() > 0 ? ", and none for " + cases.more() + " more" : "")
                + (undecided > 0
                        ? "; " + undecided + " not decided. More time (" + SettingNames.VERDICT_BUDGET
                                + ") or more runs (" + SettingNames.VERDICT_RUNS + ") may help"
                        : "")
                + (problem.isEmpty() ? "" : "; a trial came to nothing: " + problem));
    }

    /** Whoever has done it to one test is asked first at the next. */
    private Case hinted(Case one) {
        Set<String> before = new HashSet<>();
        one.before().forEach(piece -> before.add(piece.className()));
        List<Piece> hints = new ArrayList<>();
        for (Piece culprit : culprits) {
            boolean own = culprit.className().equals(one.alone().className());
            if (before.contains(culprit.className()) && !own && !hints.contains(culprit)) {
                hints.add(culprit);
            }
        }
        hints.addAll(one.hints());
        return new Case(one.test(), one.crashed(), one.alone(), one.before(), hints, one.beside(), one.passedAfter());
    }

    private Optional<TrialResult> make(Trial trial, Cases cases) throws InterruptedException {
        long usual = cases.millis(trial);
        if (trials.areCancelled() || !budget.takes(trial.workers(), usual)) {
            return Optional.empty();
        }
        TrialResult result;
        try {
            result = trials.run(trial, budget.limit(usual), test -> classesOfVictims.contains(test.className()));
        } catch (IOException e) {
            result = new TrialResult(Map.of(), 0, e.toString());
        }
        problem = problem.isEmpty() ? result.problem() : problem;
        note(trial, result);
        return Optional.of(result);
    }

    private void note(Trial trial, TrialResult result) {
        List<List<String>> lanes = trial.lanes().stream()
                .map(lane -> lane.stream().map(Piece::toString).toList())
                .toList();
        List<String> failed = names(result, true);
        List<String> passed = names(result, false);
        int number = ++made;
        told.note(at ->
                new TrialFact(at - result.millis(), number, lanes, failed, passed, result.millis(), result.problem()));
    }

    private static List<String> names(TrialResult result, boolean failed) {
        return result.outcomes().entrySet().stream()
                .filter(one -> failed ? one.getValue().isFailure() : one.getValue() == Outcome.PASSED)
                .map(one -> one.getKey().toString())
                .sorted()
                .toList();
    }

    private void tell(Verdict verdict, String again) {
        TestRef test = verdict.test();
        List<String> names = verdict.culprits().stream().map(Piece::toString).toList();
        String seen = verdict.seen();
        told.note(at -> new VerdictFact(
                at, test.id(), test.className(), test.name(), verdict.label(), seen, names, verdict.runs(), again));
        told.say("isolation: verdict: " + test + ": " + verdict.label() + (seen.isEmpty() ? "" : " (" + seen + ")")
                + (again.isEmpty() ? "" : ". See it again: " + again));
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
