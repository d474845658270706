package io.github.isolation.trial;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial.
 *
 * @param outcomes of the tests that somebody wanted to know of, and of all that failed
 * @param millis how long it took
 * @param problem why it says little, in one line: it took too long, or no worker started; empty if it came to its end
 * @param lines where tests failed, as far as that is known
 * @param cutOff classes that did not run behind those before them, in the first worker of their lane, each with the class by which
 *     that one had ended: it crashed, took too long, or wanted a worker of its own
 */
public record TrialResult(
        Map<TestRef, Outcome> outcomes,
        long millis,
        String problem,
        Map<TestRef, String> lines,
        Map<String, String> cutOff) {
    /** Of several results that are meant, the same one each time: the test itself, then one that failed. */
    private static final Comparator<Map.Entry<TestRef, Outcome>> FAILED_FIRST = Comparator.comparing(
                    (Map.Entry<TestRef, Outcome> one) -> !one.getValue().isFailure())
            .thenComparing(Map.Entry::getValue)
            .thenComparing(one -> one.getKey().id());

    public TrialResult {
        outcomes = Map.copyOf(outcomes);
        lines = Map.copyOf(lines);
        cutOff = Map.copyOf(cutOff);
    }

    /** One of which no lines are known, and in which no worker ended before its time. */
    public TrialResult(Map<TestRef, Outcome> outcomes, long millis, String problem) {
        this(outcomes, millis, problem, Map.of(), Map.of());
    }

    /** Where this test failed; empty if that is not known. */
    public String lineOf(TestRef test) {
        String own = lines.get(test);
        return own != null
                ? own
                : lines.entrySet().stream()
                        .filter(one -> one.getKey().isSameAs(test))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .findFirst()
                        .orElse("");
    }

    /** What became of a test. What befell its class as a whole befell it too. */
    public Outcome of(TestRef test) {
        boolean ran = false;
        Map.Entry<TestRef, Outcome> ofClass = null;
        Map.Entry<TestRef, Outcome> own = null;
        for (Map.Entry<TestRef, Outcome> one : outcomes.entrySet()) {
            TestRef ref = one.getKey();
            boolean inClass = ref.className().equals(test.className());
            boolean around = inClass || test.className().startsWith(ref.className() + "$");
            if (around && ref.isOfClass() && one.getValue().isFailure()) {
                ofClass = first(ofClass, one);
            }
            ran |= inClass && one.getValue() != Outcome.NOT_RUN;
            if (ref.isSameAs(test)) {
                own = first(own, one);
            }
        }
        if (ofClass != null) {
            return ofClass.getValue();
        }
        if (test.isOfClass() && ran) {
            return Outcome.PASSED;
        }
        return own == null ? Outcome.NOT_RUN : outcomes.getOrDefault(test, own.getValue());
    }

    private static Map.Entry<TestRef, Outcome> first(
            Map.@Nullable Entry<TestRef, Outcome> one, Map.Entry<TestRef, Outcome> other) {
        return one == null || FAILED_FIRST.compare(other, one) < 0 ? other : one;
    }

    /** Whether this test failed, in one way or another. */
    public boolean fails(TestRef test) {
        return of(test).isFailure();
    }
}
