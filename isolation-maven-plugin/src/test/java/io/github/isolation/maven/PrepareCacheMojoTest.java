package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;

/** {@code isolation:prepare-cache}: what the POM asks for is in the cache, and in the plan for the forks. */
final class PrepareCacheMojoTest extends GoalOnDisk {
    private final MojoExecution execution = new MojoExecution(new Plugin(), "prepare-cache", "default");

    @Test
    void whatThePomNamesIsInTheCacheAndInThePlan() throws Exception {
        file("data.csv", "1,2");
        file("more.csv", "3,4");
        goal(path("a", "data.csv"), path("b", "more.csv")).execute();

        List<Seed> seeds = SeedPlan.read(forks.seedPlan()).seeds();
        assertEquals(List.of("a", "b"), seeds.stream().map(Seed::id).toList());
        assertEquals("1,2", Files.readString(seeds.get(0).source()));
        assertTrue(seeds.get(0).source().startsWith(cache.cacheDirectory()));
        assertFalse(seeds.get(0).digest().isEmpty());
        assertTrue(said().contains("INFO isolation: fixture 'a' from path data.csv: 3 B in "), this::said);
    }

    @Test
    void theSecondTimeItIsInTheCache() throws Exception {
        file("data.csv", "1,2");
        goal(path("a", "data.csv")).execute();
        goal(path("a", "data.csv")).execute();
        assertEquals(
                "INFO isolation: fixture 'a' is in the cache: 3 B", log.lines().get(1));
    }

    @Test
    void twoExecutionsOfOneModuleMakeOnePlan() throws Exception {
        file("data.csv", "1,2");
        goal(path("a", "data.csv")).execute();
        goal(path("b", "data.csv")).execute();
        assertEquals(
                List.of("a", "b"),
                SeedPlan.read(forks.seedPlan()).seeds().stream().map(Seed::id).toList());
    }

    @Test
    void whereThereAreNoFixturesThePlanIsEmpty() throws Exception {
        goal().execute();
        assertTrue(Files.exists(forks.seedPlan()));
        assertEquals(List.of(), SeedPlan.read(forks.seedPlan()).seeds());
    }

    @Test
    void servicesAreInAPlanOfTheirOwnAndTheirDataAreSeededByNobodyElse() throws Exception {
        file("data.csv", "1,2");
        Service service = new Service();
        service.id = "stub";
        service.data = "a";
        service.command = new Command();
        service.command.executable = "/bin/sh";
        service.command.arguments.add("@{data}");
        PrepareCacheMojo goal = goal(path("a", "data.csv"), path("b", "data.csv"));
        GoalParameters.set(goal, "services", new ArrayList<>(List.of(service)));
        goal.execute();
        assertEquals(
                List.of("b"),
                SeedPlan.read(forks.seedPlan()).seeds().stream().map(Seed::id).toList());
        ServiceSpec planned = ServicePlan.read(forks.servicePlan()).services().get(0);
        assertEquals(List.of("/bin/sh", "@{data}"), planned.command().words());
        assertEquals("1,2", Files.readString(planned.data().source()));
        assertEquals("a", planned.data().id());
    }

    @Test
    void whereThereAreNoServicesAnyMoreThePlanIsEmpty() throws Exception {
        ServiceCommand command = new ServiceCommand(List.of("/bin/sh"), directory);
        new ServicePlan(List.of(new ServiceSpec("old", command, ServiceLife.USUAL, null, Map.of(), null)))
                .write(forks.servicePlan());
        goal().execute();
        assertEquals(ServicePlan.EMPTY, ServicePlan.read(forks.servicePlan()));
    }

    @Test
    void whatIsWrongWithFixturesAndServicesIsNamedAtOnce() {
        Service service = new Service();
        service.id = "stub";
        PrepareCacheMojo goal = goal(path("a", "nowhere"));
        GoalParameters.set(goal, "services", new ArrayList<>(List.of(service)));
        String message = failure(goal);
        assertTrue(message.startsWith("2 problems"), message);
        assertTrue(message.contains("<fixture> 'a': <path>nowhere</path> does not exist"), message);
        assertTrue(message.contains("<service> 'stub': it needs one of <command>"), message);
    }

    @Test
    void allThatIsWrongIsNamedAtOnceAndNothingIsFetched() throws Exception {
        file("data.csv", "1,2");
        Xpp3Dom fixtures = new Xpp3Dom("fixtures");
        fixtures.addChild(new Xpp3Dom("fixture"));
        fixtures.addChild(new Xpp3Dom("fixtur"));
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(fixtures);
        execution.setConfiguration(configuration);
        Fixture wrong = path("b", "nowhere");
        wrong.seed = "clone";

        String message = failure(goal(path("a", "data.csv"), wrong));
        assertEquals("""
                3 problems in the configuration of isolation-maven-plugin:
                  - <fixtures> has a <fixtur>; write <fixture>
                  - <fixture> 'b': <path>nowhere</path> does not exist: %s
                  - <fixture> 'b': <seed>clone</seed> is not a way to seed; write copy, link or shared""".formatted(directory.resolve("module/nowhere")), message);
        assertFalse(Files.exists(cache.cacheDirectory()));
        assertFalse(Files.exists(forks.seedPlan()));
    }

    /** It would be copied anew, with all earlier copies in it, by every build. */
    @Test
    void noFixtureContainsWhatTheBuildWrites() {
        String message = failure(goal(path("all", "."), path("cache", "../cache/..")));
        assertTrue(message.startsWith("2 problems"), message);
        assertTrue(message.contains("'all': <path>.</path> contains " + directory.resolve("module/target")), message);
    }

    @Test
    void whatCannotBeHadEndsTheBuildAndLeavesNoPlan() {
        request.setOffline(true);
        Fixture remote = new Fixture();
        remote.id = "remote";
        remote.url = "https://host.invalid/words.zip";
        String message = failure(goal(remote));
        assertTrue(message.contains("fixture 'remote'"), message);
        assertTrue(message.contains("run 'mvn process-test-classes' once without -o"), message);
        assertFalse(Files.exists(forks.seedPlan()));
    }

    @Test
    void stockSurefireIsAWarning() throws Exception {
        project.getProperties().remove("isolation.wired");
        goalAsConfigured().execute();
        assertTrue(said().contains("WARN isolation: fixtures are prepared, but Surefire"), this::said);
    }

    @Test
    void whoWiresByHandIsNotWarned() throws Exception {
        PrepareCacheMojo goal = goalAsConfigured();
        GoalParameters.set(goal, "wiredByHand", true);
        goal.execute();
        assertEquals(List.of(), log.lines());
    }

    private PrepareCacheMojo goal(Fixture... fixtures) {
        project.getProperties().setProperty("isolation.wired", "true");
        return goalAsConfigured(fixtures);
    }

    private PrepareCacheMojo goalAsConfigured(Fixture... fixtures) {
        RepositorySystem noRepositories = (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("nobody asked for an artifact: " + method);
                });
        PrepareCacheMojo goal = ready(new PrepareCacheMojo(noRepositories, (session, repository) -> {
            throw new AssertionError("nobody asked for " + repository);
        }));
        GoalParameters.set(goal, "fixtures", new ArrayList<>(List.of(fixtures)));
        GoalParameters.set(goal, "cacheDirectory", cache.cacheDirectory().toFile());
        GoalParameters.set(goal, "session", session());
        GoalParameters.set(goal, "execution", execution);
        return goal;
    }

    private static Fixture path(String id, String path) {
        Fixture fixture = new Fixture();
        fixture.id = id;
        fixture.path = path;
        return fixture;
    }

    private void file(String name, String text) throws IOException {
        Path file = directory.resolve("module").resolve(name);
        Files.writeString(file, text);
    }
}
