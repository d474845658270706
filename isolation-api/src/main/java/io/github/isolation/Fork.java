package io.github.isolation;

import io.github.isolation.fork.ForkLayout;
import java.nio.file.Path;

/**
 * The fork a test runs in.
 *
 * @param slot a small number that no other living fork of this build directory has, or {@code main} where no fork runs
 *     the test
 * @param count how many forks there are; 1 in {@code main}
 * @param runId the same for all forks of one execution of Surefire or Failsafe, and different for every other one
 * @param directory belongs to this fork alone
 * @param attempt at the tests of this class: 1, and more where {@code rerunFailingTestsCount} has what failed tried again by
 *     the JUnit Platform; what runs on after a crash is no other attempt
 */
public record Fork(String slot, int count, String runId, Path directory, int attempt) {
    /** Whether no fork runs the test: it was started from an IDE, for example. */
    public boolean isMain() {
        return slot.equals(ForkLayout.MAIN);
    }
}
