package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.SettingNames;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a worker was told when it started, as far as it is about what runs beside the tests. Tests may change the properties it
 * comes from; nobody here looks at those again.
 *
 * @param fork the slot, for messages
 * @param onlyFork whether there is no other fork
 * @param directory where forks have their directories
 * @param retireOnFailure whether a failure is the end of this worker, at once
 * @param retireAboveHeap a limit in percent; null or blank if nobody wants to know
 * @param oneClass whether this worker runs one class and ends
 * @param leaks {@code warn}, {@code fail} or {@code ignore}; null if nobody has asked
 * @param leaksIgnore names of threads that are meant to stay
 * @param stopsOnDiscoveryErrors whether nothing else is to begin when the tests of a class cannot be found
 * @param crossForkLocks whether JUnit's locks hold across forks
 * @param splitsTail whether several forks may share classes of which nobody says anything
 */
record WorkerSettings(
        String fork,
        boolean onlyFork,
        Path directory,
        boolean retireOnFailure,
        @Nullable String retireAboveHeap,
        boolean oneClass,
        @Nullable String leaks,
        String leaksIgnore,
        boolean stopsOnDiscoveryErrors,
        boolean crossForkLocks,
        boolean splitsTail) {
    /** Those of this JVM. */
    static WorkerSettings atStart() {
        return new WorkerSettings(
                AtStart.property(ForkProperties.FORK, ""),
                "1".equals(AtStart.property(ForkProperties.FORKS)),
                Path.of(AtStart.property(ForkProperties.DIRECTORY, "target/isolation")),
                "immediately".equals(AtStart.property(SettingNames.RETIRE_ON_FAILURE)),
                AtStart.property(SettingNames.RETIRE_ABOVE_HEAP),
                "1"
                        .equals(AtStart.property(SettingNames.RETIRE_EVERY_CLASSES, "")
                                .strip()),
                AtStart.property(SettingNames.LEAKS),
                AtStart.property(SettingNames.LEAKS_IGNORE, ""),
                "stop".equals(AtStart.property(SettingNames.DISCOVERY_ERRORS)),
                AtStart.flag(SettingNames.CROSS_FORK_LOCKS),
                "tail".equals(AtStart.property(SettingNames.SPLIT_CLASSES)));
    }

    ForkLayout layout() {
        return new ForkLayout(directory);
    }
}
