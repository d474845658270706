package io.github.isolation.trial;

import java.util.Map;

/**
 * What came of a trial.
 *
 * @param outcomes of the tests that somebody wanted to know of, and of all that failed
 * @param millis how long it took
 * @param problem why it says little, in one line: it took too long, or no worker started; empty if it came to its end
 * @param lines where tests failed, as far as that is known
 */
public record TrialResult(Map<TestRef, Outcome> outcomes, long millis, String problem, Map<TestRef, String> lines) {
    public TrialResult {
        outcomes = Map.copyOf(outcomes);
        lines = Map.copyOf(lines);
    }

    /** One of which no lines are known. */
    public TrialResult(Map<TestRef, Outcome> outcomes, long millis, String problem) {
        this(outcomes, millis, problem, Map.of());
    }

    /** Where this test failed; empty if that is not known. */
    public String lineOf(TestRef test) {
        return lines.entrySet().stream()
                .filter(one -> one.getKey().isSameAs(test))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** What became of a test. What befell its class as a whole befell it too. */
    public Outcome of(TestRef test) {
        Outcome own = Outcome.NOT_RUN;
        boolean ran = false;
        for (Map.Entry<TestRef, Outcome> one : outcomes.entrySet()) {
            TestRef ref = one.getKey();
            boolean inClass = ref.className().equals(test.className());
            boolean around = inClass || test.className().startsWith(ref.className() + "$");
            if (around && ref.isOfClass() && one.getValue().isFailure()) {
                return one.getValue();
            }
            ran |= inClass && one.getValue() != Outcome.NOT_RUN;
            if (ref.isSameAs(test)) {
                own = one.getValue();
            }
        }
        return test.isOfClass() && ran ? Outcome.PASSED : own;
    }

    /** Whether this test failed, in one way or another. */
    public boolean fails(TestRef test) {
        return of(test).isFailure();
    }
}
