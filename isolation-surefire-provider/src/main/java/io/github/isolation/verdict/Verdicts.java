package io.github.isolation.verdict;

import io.github.isolation.record.VerdictFact;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Inquiry;
import io.github.isolation.trial.Ledger;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions each test that failed, by trials: one line each, and facts for the record. One thread's. */
final class Verdicts {
    private final Maker trials;
    private final Budget budget;
    private final Again again;
    private final Told told;
    private final SharedThings shared;
    private final Set<Piece> culprits = new LinkedHashSet<>();

    Verdicts(Maker trials, Budget budget, Again again, Told told, SharedThings shared) {
        this.trials = trials;
        this.budget = budget;
        this.again = again;
        this.told = told;
        this.shared = shared;
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
        RecordedTries tries = new RecordedTries(trials, budget, cases, told);
        cases.all().forEach(one -> tries.want(one.test()));
        Ledger ledger = new Ledger(tries);
        int undecided = 0;
        for (Case one : cases.all()) {
            if (trials.areCancelled()) {
                return;
            }
            Verdict verdict = new Inquiry(hinted(one), ledger, cases::methodsOf).verdict();
            undecided += verdict.kind() == Verdict.Kind.UNDECIDED ? 1 : 0;
            culprits.addAll(verdict.culprits());
            tell(verdict, shared.of(verdict, tries), again.command(verdict));
        }
        told.say("isolation: verdict: " + count(tries.workerRuns(), "worker run") + " for "
                + count(cases.all().size(), "failure")
                + (cases.more() > 0 ? ", and none for " + cases.more() + " more" : "")
                + (undecided > 0
                        ? "; " + undecided + " not decided. More time (" + budget.setting() + ") or more runs ("
                                + SettingNames.VERDICT_RUNS + ") may help"
                        : "")
                + (tries.problem().isEmpty() ? "" : "; a trial came to nothing: " + tries.problem()));
        if (!shared.problem().isEmpty()) {
            told.say("isolation: verdict: what tests share is not always named: " + shared.problem());
        }
    }

    /** Whoever has done it to one test is asked first at the next. */
    private Case hinted(Case one) {
        List<Piece> hints = new ArrayList<>();
        for (Piece culprit : culprits) {
            if (one.before().stream().anyMatch(piece -> contains(piece, culprit))) {
                hints.add(culprit);
            }
        }
        hints.addAll(one.hints());
        return new Case(one.test(), one.crashed(), one.alone(), one.before(), hints, one.beside(), one.passedAfter());
    }

    /** Of a test's own class, only some may have run before it, and what came behind it has not done it. */
    static boolean contains(Piece piece, Piece culprit) {
        return piece.className().equals(culprit.className())
                && (piece.isWhole() || (!culprit.isWhole() && piece.ids().containsAll(culprit.ids())));
    }

    private void tell(Verdict verdict, List<String> things, String again) {
        TestRef test = verdict.test();
        List<String> names = verdict.culprits().stream().map(Piece::toString).toList();
        String seen = verdict.seen();
        told.note(at -> new VerdictFact(
                at,
                test.id(),
                test.className(),
                test.name(),
                verdict.label(),
                seen,
                names,
                verdict.runs(),
                things,
                again));
        told.say("isolation: verdict: " + test + ": " + verdict.label() + (seen.isEmpty() ? "" : " (" + seen + ")")
                + (again.isEmpty() ? "" : ". See it again: " + again));
        things.forEach(thing -> told.say("isolation: verdict:   over " + thing));
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
