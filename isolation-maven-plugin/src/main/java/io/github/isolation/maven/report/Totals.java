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
        int passed = 0;
        int failed = 0;
        int errors = 0;
        int flaky = 0;
        int attempts = 0;
        for (TestHistory test : tests) {
            switch (test.outcome()) {
                case "passed" -> passed++;
                case "failed" -> failed++;
                case "error" -> errors++;
                default -> {}
            }
            flaky += test.isFlaky() ? 1 : 0;
            attempts += test.attempts().size();
        }
        return new Totals(
                tests.size(), passed, failed, errors, tests.size() - passed - failed - errors, flaky, attempts);
    }
}
