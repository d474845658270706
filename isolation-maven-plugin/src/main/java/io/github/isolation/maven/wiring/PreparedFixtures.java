package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Plugin;

/** Whether the tests of a module have fixtures, as far as can be told before the build starts. */
final class PreparedFixtures {
    private static final String GOAL = "prepare-cache";

    private PreparedFixtures() {}

    /** Whether this build fetches some. */
    static boolean areFetched(Plugin own, List<String> goalsByName) {
        return own.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains(GOAL))
                || goalsByName.stream().anyMatch(goal -> goal.contains(GOAL));
    }

    /** Whether it does, or an earlier build has, by name perhaps, and has left its plan in this directory. */
    static boolean mayExist(Plugin own, List<String> goalsByName, Path directory) {
        return areFetched(own, goalsByName) || Files.exists(new ForkLayout(directory).seedPlan());
    }
}
