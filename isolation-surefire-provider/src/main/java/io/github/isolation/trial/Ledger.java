package io.github.isolation.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All trials of a session, and what came of them: whoever asks for one that was made has its result without another run. */
public final class Ledger {
    private final Tries tries;
    private final Map<String, List<TrialResult>> made = new HashMap<>();
    private int workerRuns;

    /** An empty one. */
    public Ledger(Tries tries) {
        this.tries = tries;
    }

    /** The result of a trial that is made for the n-th time, from 1. */
    public TrialResult result(Trial trial, int nth) throws OutOfBudgetException, InterruptedException {
        List<TrialResult> results = made.computeIfAbsent(trial.key(), key -> new ArrayList<>());
        while (results.size() < nth) {
            Optional<TrialResult> result = tries.make(trial);
            if (result.isEmpty()) {
                throw new OutOfBudgetException();
            }
            workerRuns += trial.workers();
            results.add(result.get());
        }
        return results.get(nth - 1);
    }

    /** How many workers have run in all of them. */
    public int workerRuns() {
        return workerRuns;
    }
}
