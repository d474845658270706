package io.github.isolation.supervisor;

import io.github.isolation.fork.ForkLayout;
import java.nio.file.Files;
import java.util.Optional;

/** Tests that are run without what comes before them in the lifecycle, as by {@code mvn surefire:test}. */
public final class UnpreparedFixtures {
    private UnpreparedFixtures() {}

    /** What to do, in one line, where fixtures are declared and nobody has ever prepared them. */
    public static Optional<String> line(ForkLayout layout, String declared) {
        return declared.isEmpty() || Files.exists(layout.seedPlan())
                ? Optional.empty()
                : Optional.of(
                        "isolation: no fixture is prepared (" + declared.replace(",", ", ") + "): " + layout.seedPlan()
                                + " is missing. Run 'mvn process-test-classes surefire:test', or 'mvn test'");
    }
}
