package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import java.util.List;

/**
 * All attempts at one test, the first one first; there is at least one.
 *
 * @param attempts in the order in which they were made
 */
public record TestHistory(List<TestFact> attempts) {
    public TestHistory {
        attempts = List.copyOf(attempts);
    }

    /** The attempt that counts. */
    public TestFact last() {
        return attempts.get(attempts.size() - 1);
    }

    /** Of the attempt that counts. */
    public String outcome() {
        return last().outcome();
    }

    public boolean isRetried() {
        return attempts.size() > 1;
    }

    /** Whether it failed, and passed when it was tried again. */
    public boolean isFlaky() {
        return isRetried() && outcome().equals("passed") && hasFailed();
    }

    private boolean hasFailed() {
        for (TestFact attempt : attempts) {
            if (attempt.isFailure()) {
                return true;
            }
        }
        return false;
    }

    /** What makes two tests of two runs the same one. */
    public TestKey key() {
        return TestKey.of(last());
    }
}
