package io.github.isolation.surefire;

import io.github.isolation.archive.Training;
import io.github.isolation.settings.Wiring;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** When a missing archive is made: beside the tests, if it needs nothing of them, or after them, if it is made of what they load. */
final class ArchiveMaking {
    /** Where none is to be made. */
    static final ArchiveMaking NONE = new ArchiveMaking(null, false, () -> false);

    /** How long one in the making may keep Maven waiting, in seconds, after the tests and once for all builds. */
    private static final long PATIENCE_SECONDS = 10;

    /** The same of one that is begun only then. */
    private static final long LONG_PATIENCE_SECONDS = 60;

    private final @Nullable Training training;
    private final boolean afterTests;
    private final BooleanSupplier isMavenThere;

    private ArchiveMaking(@Nullable Training training, boolean afterTests, BooleanSupplier isMavenThere) {
        this.training = training;
        this.afterTests = afterTests;
        this.isMavenThere = isMavenThere;
    }

    static ArchiveMaking besideTests(Training training, BooleanSupplier isMavenThere) {
        return new ArchiveMaking(training, false, isMavenThere);
    }

    static ArchiveMaking afterTests(Training training, BooleanSupplier isMavenThere) {
        return new ArchiveMaking(training, true, isMavenThere);
    }

    /** Tests do not wait for this JVM any more. */
    void atFirstClass() {
        if (training != null && !afterTests) {
            training.begin();
        }
    }

    /** Maven knows everything, and waits for this JVM to end: not for long, and less so where the user has set a limit to its life. */
    void afterTests() throws InterruptedException {
        if (training == null) {
            return;
        }
        if (afterTests) {
            training.begin();
        }
        boolean isLimited = !System.getProperty(Wiring.FORK_TIMEOUT, "").isEmpty();
        training.await(afterTests && !isLimited ? LONG_PATIENCE_SECONDS : PATIENCE_SECONDS, isMavenThere);
    }

    /** Nobody waits any more: a JVM that writes an archive hears nothing, so it does not end because this one has. From any thread. */
    void abandon() {
        if (training != null) {
            training.abandon();
        }
    }
}
