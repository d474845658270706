package io.github.isolation.verdict;

import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Who makes trials. */
interface Maker {
    /** Makes one that may take so long; what these tests came to is to be known, and what fails in any case. */
    TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted) throws IOException, InterruptedException;

    /** Whether nobody wants any more of them. */
    boolean areCancelled();

    /** How many were begun in this run, by whomever. */
    int made();
}
