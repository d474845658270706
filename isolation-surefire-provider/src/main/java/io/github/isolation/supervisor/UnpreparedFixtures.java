package io.github.isolation.supervisor;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The same of services, of which each that is declared must be in the plan. */
    public static Optional<String> line(ForkLayout layout, ServicePlan plan, String declared) {
        List<String> known = plan.services().stream().map(ServiceSpec::id).toList();
        String missing = Arrays.stream(declared.split(",", -1))
                .filter(id -> !id.isEmpty() && !known.contains(id))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("isolation: services are not prepared, and will not run (" + missing
                        + "): they are not in " + layout.servicePlan()
                        + ". Run 'mvn process-test-classes surefire:test', or 'mvn test'");
    }
}
