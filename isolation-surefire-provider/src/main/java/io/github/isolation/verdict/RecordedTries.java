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

/** Makes trials as long as there is time for them, and notes each in the record. One thread's. */
final class RecordedTries implements Tries {
    private final Maker trials;
    private final Budget budget;
    private final Cases known;
    private final Told told;
    private final Set<String> wantedClasses = new HashSet<>();
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
        return make(trial, (one, limit) -> trials.run(one, limit, test -> wantedClasses.contains(test.className())));
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
        List<String> failed = names(result, true);
        List<String> passed = names(result, false);
        int number = trials.made();
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
}
