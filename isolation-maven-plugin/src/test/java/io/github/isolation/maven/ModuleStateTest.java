package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.maven.cache.RecordingLog;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Several executions of prepare-cache in one module work together. */
final class ModuleStateTest {
    private final MavenProject project = new MavenProject();
    private final RecordingLog log = new RecordingLog();
    private final ModuleState state = new ModuleState(project, log);

    @Test
    void missingExtensionIsSaidOnce() {
        state.warnUnlessWired(false);
        state.warnUnlessWired(false);

        assertEquals(1, log.lines().size());
        assertTrue(log.lines().get(0).startsWith("WARN"), log.lines()::toString);
        assertTrue(log.lines().get(0).contains("<extensions>true</extensions>"), log.lines()::toString);
    }

    @Test
    void nothingIsSaidWhereTheWiringHappenedOrIsMadeByHand() {
        state.warnUnlessWired(true);
        project.getProperties().setProperty("isolation.wired", "true");
        state.warnUnlessWired(false);

        assertEquals(List.of(), log.lines());
    }

    @Test
    void plansOfAllExecutionsAddUpAndTheLaterOneWins() {
        state.add(new SeedPlan(List.of(seed("a", "1"), seed("b", "1"))));

        assertEquals(
                List.of(seed("b", "1"), seed("a", "2"), seed("c", "2")),
                state.add(new SeedPlan(List.of(seed("a", "2"), seed("c", "2")))).seeds());
    }

    private static Seed seed(String id, String source) {
        return new Seed(id, Path.of(source), SeedMode.COPY);
    }
}
