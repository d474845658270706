package io.github.isolation.verdict;

import io.github.isolation.findings.Finding.Section;
import io.github.isolation.trial.Ledger;
import io.github.isolation.trial.OutOfBudgetException;
import java.util.List;
import java.util.Map;

/** Tries out what an audit has found, as long as there is time, and tells what came of it. One thread's. */
final class TryingOut {
    private final Maker trials;
    private final Budget budget;
    private final Told told;
    private final Cases known;
    private final List<String> order;
    private final Map<String, String> groups;

    /**
     * In a suite.
     *
     * @param known how long its classes took
     * @param order its classes, as they ran
     * @param groups of classes that stay in one fork
     */
    TryingOut(Maker trials, Budget budget, Told told, Cases known, List<String> order, Map<String, String> groups) {
        this.trials = trials;
        this.budget = budget;
        this.told = told;
        this.known = known;
        this.order = List.copyOf(order);
        this.groups = Map.copyOf(groups);
    }

    /** To the end, or until there is no more time. */
    void run(Suspects suspects) throws InterruptedException {
        if (suspects.size() == 0 || trials.areCancelled()) {
            return;
        }
        told.say("isolation: audit: trying out " + count(suspects.size(), "candidate") + ", in workers of their own");
        RecordedTries tries = new RecordedTries(trials, budget, known, told);
        Ledger ledger = new Ledger(tries);
        // A run of the whole suite may be too much where two classes are not.
        StateTrials state = new StateTrials(suspects, order, known, ledger, tries);
        boolean late = isLate(() -> state.run(Section.LEFT, Section.AT_WORK));
        late |= isLate(() -> new ClashTrials(suspects, groups, known, ledger, tries).run());
        late |= isLate(() -> state.run(Section.HARMLESS));
        if (trials.areCancelled()) {
            return;
        }
        if (late) {
            for (Section section : Section.values()) {
                suspects.untried(section)
                        .forEach(one -> suspects.saw(one, "not tried to the end: there was no time left"));
            }
        }
        suspects.tell(told);
        told.say("isolation: audit: " + suspects.confirmed() + " of " + count(suspects.size(), "candidate")
                + " confirmed, by " + count(tries.workerRuns(), "worker run")
                + (late ? "; there was no time for all. More (" + budget.setting() + ") may help" : "")
                + (tries.problem().isEmpty() ? "" : "; a trial came to nothing: " + tries.problem()));
    }

    /** What takes its time. */
    private interface Work {
        void run() throws OutOfBudgetException, InterruptedException;
    }

    private static boolean isLate(Work work) throws InterruptedException {
        try {
            work.run();
            return false;
        } catch (OutOfBudgetException e) {
            return true;
        }
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
