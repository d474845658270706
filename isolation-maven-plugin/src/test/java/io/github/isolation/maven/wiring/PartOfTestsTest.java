package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.shard.ShardedModule;
import io.github.isolation.settings.ShardNumber;
import io.github.isolation.settings.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What supervisors are told of the part of the tests that they are to run, and what is refused before anything is built. */
class PartOfTestsTest {
    private static final String SUREFIRE = "maven-surefire-plugin";

    @TempDir
    Path root;

    private final Properties user = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Xpp3Dom configuration = new Xpp3Dom("configuration");
    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject module = module("a");
    private final List<MavenProject> modules = new ArrayList<>(List.of(module, module("b")));

    private static MavenProject module(String name) {
        Model model = new Model();
        model.setGroupId("g");
        model.setArtifactId(name);
        return new MavenProject(model);
    }

    @SuppressWarnings("JavaUtilDate")
    private void edit() {
        request.setUserProperties(user);
        request.setBaseDirectory(root.toFile());
        request.setStartTime(new Date(5_000));
        part(session()).edit(configuration, SUREFIRE, false, names);
    }

    @SuppressWarnings("deprecation")
    private MavenSession session() {
        MavenSession session = new MavenSession(
                (PlexusContainer) null,
                new DefaultRepositorySystemSession(),
                request,
                new DefaultMavenExecutionResult());
        session.setProjects(modules);
        return session;
    }

    private PartOfTests part(MavenSession session) {
        EffectiveParameters parameters = new EffectiveParameters(new Xpp3Dom("configuration"), user, new Properties());
        return new PartOfTests(parameters, module, session, environment);
    }

    private Optional<String> warning(TestPlugin plugin) {
        request.setUserProperties(user);
        return part(session()).warning(configuration, plugin, "the tests of a");
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, this::edit).getMessage());
    }

    @Test
    void whereNobodyAskedForAnythingNothingIsChanged() {
        edit();
        assertEquals(0, configuration.getChildCount());
        assertEquals(Map.of(), names);
        assertNull(ShardedModule.find(module));
    }

    @Test
    void machinesThatShareAQueueAreToldWhereItIsAndWhichBuildTheyAreOf() {
        user.setProperty("isolation.queue", "jdbc:postgresql://db/isolation");
        user.setProperty("isolation.queueServer", "ci-db");
        environment.put("GITHUB_RUN_ID", "4711");
        environment.put("GITHUB_RUN_ATTEMPT", "2");
        edit();
        assertEquals("jdbc:postgresql://db/isolation", names.get(Wiring.QUEUE));
        assertEquals("ci-db", names.get(Wiring.QUEUE_SERVER));
        assertEquals("4711", names.get(Wiring.SHARD_RUN));
        assertEquals("2", names.get(Wiring.SHARD_ATTEMPT));
        assertNull(names.get(Wiring.SHARD));
        assertEquals(
                ShardNumber.OF_A_QUEUE,
                Objects.requireNonNull(ShardedModule.find(module)).number());
        assertEquals(
                "false",
                Objects.requireNonNull(configuration.getChild("failIfNoTests")).getValue());
    }

    /** Whoever comes late does not fail for a test of another machine then. */
    @Test
    void machinesThatShareAQueueAreToldWhetherFailuresAreIgnored() {
        user.setProperty("isolation.queue", "jdbc:postgresql://db/isolation");
        environment.put("GITHUB_RUN_ID", "4711");
        edit();
        assertNull(names.get(Wiring.FAILURES_IGNORED));
        user.setProperty("maven.test.failure.ignore", "true");
        edit();
        assertEquals("true", names.get(Wiring.FAILURES_IGNORED));
    }

    /** No machine knows how many there are on the others. */
    @Test
    void whereFlakyTestsAreCountedItIsSaidWhose() {
        user.setProperty("surefire.failOnFlakeCount", "1");
        assertEquals(Optional.empty(), warning(TestPlugin.SUREFIRE), "one machine has them all");
        user.setProperty("isolation.shard", "2/5");
        assertEquals(
                Optional.of(
                        "isolation: failOnFlakeCount of the tests of a counts the flaky tests of one machine: isolation:merge names"
                                + " those of all, and does not fail because of them"),
                warning(TestPlugin.SUREFIRE));
        assertEquals(Optional.empty(), warning(TestPlugin.FAILSAFE));
        Dom.set(configuration, "failOnFlakeCount", "0");
        assertEquals(Optional.empty(), warning(TestPlugin.SUREFIRE));
    }

    @Test
    void aQueueOfNoKnownBuildIsRefused() {
        user.setProperty("isolation.queue", "jdbc:postgresql://db/isolation");
        assertTrue(refusal().contains("so set isolation.shardRun"));
    }

    @Test
    void theTimesOfAllModulesAreFoundFromWhereMavenWasStarted() {
        user.setProperty("isolation.classTimes", "ci/times");
        edit();
        assertEquals(Map.of(Wiring.CLASS_TIMES, root.resolve("ci/times").toString()), names);
    }

    @Test
    void aShardIsToldWhichItIsAndOfWhichBuild() {
        user.setProperty("isolation.shard", "2/5");
        user.setProperty("isolation.shardGroup", "jdk21");
        environment.put("GITHUB_RUN_ID", "77");
        environment.put("GITHUB_RUN_ATTEMPT", "3");
        edit();
        assertEquals("2/5", names.get(Wiring.SHARD));
        assertEquals("77", names.get(Wiring.SHARD_RUN));
        assertEquals("jdk21", names.get(Wiring.SHARD_GROUP));
        assertEquals("3", names.get(Wiring.SHARD_ATTEMPT));
        assertNull(names.get(Wiring.SHARD_PLAN));
        Path book = Path.of(String.valueOf(names.get(Wiring.SHARD_BOOK)));
        assertTrue(book.isAbsolute() && Files.notExists(book), "a build that comes to nothing leaves nothing");
        assertEquals("false", Dom.text(configuration, "failIfNoTests"));
        assertEquals(
                new ShardNumber(2, 5),
                Objects.requireNonNull(ShardedModule.find(module)).number());
        assertEquals(Set.of(), ShardedModule.mustHaveTests(module));
    }

    @Test
    void whatTheUserSaysOfTheBuildGoesBeforeWhatCiSays() {
        user.setProperty("isolation.shard", "auto");
        user.setProperty("isolation.shardRun", "mine");
        user.setProperty("isolation.shardAttempt", "4");
        environment.putAll(Map.of("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "4", "CI_PIPELINE_ID", "9"));
        edit();
        assertEquals("3/4", names.get(Wiring.SHARD));
        assertEquals("mine", names.get(Wiring.SHARD_RUN));
        assertEquals("4", names.get(Wiring.SHARD_ATTEMPT));
    }

    @Test
    void allModulesOfABuildHaveOneBookAndAnotherBuildHasAnother() {
        user.setProperty("isolation.shard", "1/2");
        edit();
        String first = String.valueOf(names.get(Wiring.SHARD_BOOK));
        edit();
        assertEquals(first, names.get(Wiring.SHARD_BOOK));
        request.getData().clear();
        edit();
        assertNotEquals(first, names.get(Wiring.SHARD_BOOK));
    }

    @Test
    void autoWithoutAVariableIsRefused() {
        user.setProperty("isolation.shard", "auto");
        assertTrue(refusal().startsWith("<shard> (isolation.shard): auto finds no shard in the environment"));
        assertEquals(Map.of(), names);
    }

    @Test
    void whatCannotBeUnderstoodIsLeftToWhoeverSaysSo() {
        user.setProperty("isolation.shard", "6/5");
        edit();
        user.setProperty("isolation.shard", "1/5");
        user.setProperty("isolation.shardGroup", "../x");
        edit();
        assertEquals(Map.of(), names);
    }

    @Test
    void modulesSideBySideNeedAPlan() {
        user.setProperty("isolation.shard", "1/5");
        request.setDegreeOfConcurrency(4);
        String message = refusal();
        assertTrue(message.contains("-Disolation.shard=plan/5") && message.contains("-Disolation.shardPlan="), message);
        user.setProperty("isolation.shardPlan", "p.jsonl");
        edit();
        assertEquals(root.resolve("p.jsonl").toString(), names.get(Wiring.SHARD_PLAN));
    }

    @Test
    void oneModuleAndAPlanInTheMakingMayHaveThreads() {
        request.setDegreeOfConcurrency(4);
        user.setProperty("isolation.shard", "plan/5");
        user.setProperty("isolation.shardPlan", "p.jsonl");
        edit();
        assertEquals("plan/5", names.get(Wiring.SHARD));
        assertNull(names.get(Wiring.SHARD_PLAN), "it is written there, not read");
        assertEquals(
                root.resolve("p.jsonl"),
                Objects.requireNonNull(ShardedModule.find(module)).plan());
        user.clear();
        user.setProperty("isolation.shard", "1/5");
        modules.remove(1);
        edit();
        assertEquals("1/5", names.get(Wiring.SHARD));
    }

    @Test
    void thereHaveToBeTestsInTheModuleAndNotInEachShard() {
        user.setProperty("isolation.shard", "1/5");
        Dom.set(configuration, "failIfNoTests", "true");
        edit();
        assertEquals("false", Dom.text(configuration, "failIfNoTests"));
        assertEquals(Set.of(SUREFIRE), ShardedModule.mustHaveTests(module));
    }
}
