package io.github.isolation.maven.report;

import java.util.List;

/**
 * How many tests came to what end. A test that was tried again counts once, as what it was in the end.
 *
 * @param failed an assertion did not hold
 * @param errors it went wrong otherwise
 * @param skipped not run, or given up as an assumption did not hold
 * @param flaky those of the passed that failed at first
 * @param attempts all results, as Surefire's console counts them
 */
public record Totals(int tests, int passed, int failed, int errors, int skipped, int flaky, int attempts) {
    static Totals of(List<TestHistory> tests) {
        int failed = count(tests, "failed");
        int errors = count(tests, "error");
        int passed = count(tests, "passed");
        int flaky = (int) tests.stream().filter(TestHistory::isFlaky).count();
        int attempts = tests.stream().mapToInt(test -> test.attempts().size()).sum();
        return new Totals(
                tests.size(), passed, failed, errors, tests.size() - passed - failed - errors, flaky, attempts);
    }

    private static int count(List<TestHistory> tests, String outcome) {
        return (int)
                tests.stream().filter(test -> test.outcome().equals(outcome)).count();
    }
}
