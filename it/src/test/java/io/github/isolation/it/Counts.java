package io.github.isolation.it;

import java.util.Collection;

/**
 * The four numbers Surefire writes for each test set.
 *
 * @param tests all cases, whatever became of them
 */
public record Counts(int tests, int failures, int errors, int skipped) {

    /** Counts cases. */
    public static Counts of(Collection<Case> cases) {
        return new Counts(
                cases.size(), count(cases, Outcome.FAILED), count(cases, Outcome.ERROR), count(cases, Outcome.SKIPPED));
    }

    private static int count(Collection<Case> cases, Outcome outcome) {
        return (int) cases.stream().filter(test -> test.outcome() == outcome).count();
    }

    /** As Surefire prints them at the end of a build. */
    @Override
    public String toString() {
        return "Tests run: " + tests + ", Failures: " + failures + ", Errors: " + errors + ", Skipped: " + skipped;
    }
}
