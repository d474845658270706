package io.github.isolation.verdict;

import io.github.isolation.record.TrialFact;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Tries;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes trials as long as there is time for them, and notes each in the record. One thread's. */
final class RecordedTries implements Tries {
    private final Maker trials;
    private final Budget budget;
    private final Cases known;
    private final Told told;
    private final Set<String> wantedClasses = new HashSet<>();
    private Set<String> allOf = Set.of();
    private String problem = "";
    private int workerRuns;

    /**
     * Of a run.
     *
     * @param known how long its classes took
     */
    RecordedTries(Maker trials, Budget budget, Cases known, Told told) {
        this.trials = trials;
        this.budget = budget;
        this.known = known;
        this.told = told;
    }

    /** From now on, what became of tests of this class is to be known, also if they pass. */
    void want(TestRef test) {
        wantedClasses.add(test.className());
    }

    /** For now, what became of each test of these outermost classes is to be known: nobody knows yet which of them will be asked for. */
    void wantAllOf(Set<String> classes) {
        allOf = Set.copyOf(classes);
    }

    private boolean isWanted(TestRef test) {
        return wantedClasses.contains(test.className()) || allOf.contains(Trial.topLevel(test.className()));
    }

    /** Why the first trial that came to nothing did so; empty if none did. */
    String problem() {
        return problem;
    }

    /** How many workers have run in all of them. */
    int workerRuns() {
        return workerRuns;
    }

    /** One way of making a trial. */
    interface Way {
        TrialResult make(Trial trial, Duration limit) throws IOException, InterruptedException;
    }

    @Override
    public Optional<TrialResult> make(Trial trial) throws InterruptedException {
        return make(trial, (one, limit) -> trials.run(one, limit, this::isWanted));
    }

    /** The same in another way. */
    Optional<TrialResult> make(Trial trial, Way way) throws InterruptedException {
        long usual = known.millis(trial);
        if (trials.areCancelled() || !budget.takes(trial.workers(), usual)) {
            return Optional.empty();
        }
        TrialResult result;
        try {
            result = way.make(trial, budget.limit(usual));
        } catch (IOException e) {
            result = new TrialResult(Map.of(), 0, e.toString());
        }
        workerRuns += trial.workers();
        problem = problem.isEmpty() ? result.problem() : problem;
        note(trial, result);
        return Optional.of(result);
    }

    private void note(Trial trial, TrialResult result) {
        List<List<String>> lanes = trial.lanes().stream()
                .map(lane -> lane.stream().map(Piece::toString).toList())
                .toList();
        List<String> failed = names(result, test -> true, Outcome::isFailure);
        List<String> passed =
                names(result, test -> wantedClasses.contains(test.className()), outcome -> outcome == Outcome.PASSED);
        int number = trials.made();
        told.note(at ->
                new TrialFact(at - result.millis(), number, lanes, failed, passed, result.millis(), result.problem()));
    }

    private static List<String> names(TrialResult result, Predicate<TestRef> which, Predicate<Outcome> outcome) {
        return result.outcomes().entrySet().stream()
                .filter(one -> which.test(one.getKey()) && outcome.test(one.getValue()))
                .map(one -> one.getKey().toString())
                .sorted()
                .toList();
    }
}
