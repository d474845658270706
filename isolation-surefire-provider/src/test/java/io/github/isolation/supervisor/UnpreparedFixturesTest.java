package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests whose goal was called by itself do not miss in silence what another goal prepares. */
final class UnpreparedFixturesTest {
    private static final ForkLayout LAYOUT = new ForkLayout(Path.of("nowhere"));

    @Test
    void servicesThatAreDeclaredAndNotInThePlanAreNamed() {
        ServiceCommand command = new ServiceCommand(List.of("/bin/true"), Path.of("."));
        ServicePlan plan =
                new ServicePlan(List.of(new ServiceSpec("db", command, ServiceLife.USUAL, null, Map.of(), null)));
        assertEquals(Optional.empty(), UnpreparedFixtures.line(LAYOUT, plan, ""));
        assertEquals(Optional.empty(), UnpreparedFixtures.line(LAYOUT, plan, "db"));
        assertEquals(
                Optional.of("isolation: services are not prepared, and will not run (stub, mail): they are not in "
                        + LAYOUT.servicePlan()
                        + ". Run 'mvn process-test-classes surefire:test', or 'mvn test'"),
                UnpreparedFixtures.line(LAYOUT, plan, "stub,db,mail"));
    }
}
