package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.record.RunFact;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to the configuration of Surefire where something is run again: in the module it is of, and in all others. */
class RunAgainTest {
    private static final String SUREFIRE = "maven-surefire-plugin";

    @TempDir
    Path root;

    private final Properties user = new Properties();
    private final Map<String, String> names = new HashMap<>();
    private final Xpp3Dom configuration = new Xpp3Dom("configuration");
    private final List<MavenProject> modules = new ArrayList<>();

    @BeforeEach
    void modules() throws IOException {
        for (String name : List.of("a", "b")) {
            Model model = new Model();
            model.setGroupId("g");
            model.setArtifactId(name);
            MavenProject module = new MavenProject(model);
            module.setFile(Files.createDirectories(root.resolve(name))
                    .resolve("pom.xml")
                    .toFile());
            modules.add(module);
        }
    }

    @Test
    void whereNobodyAskedForAnythingNothingIsChanged() {
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
        assertEquals(0, configuration.getChildCount());
        assertEquals(Map.of(), names);
    }

    @Test
    void thatThereIsNothingToRunAgainIsNoFailure() {
        user.setProperty("isolation.rerun", "failed");
        Dom.set(configuration, "failIfNoTests", "true");
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
        assertEquals("false", Dom.text(configuration, "failIfNoTests"));
        assertEquals(1, configuration.getChildCount());
        assertEquals(Map.of(), names);
    }

    @Test
    void theModuleOfTheRecordHasItsForks() throws IOException {
        Path record = record("r.jsonl", "g:a", 3);
        user.setProperty("isolation.replay", "r.jsonl");
        assertEquals(
                Optional.of("isolation: forkCount is 3 for the replay, as in the record, and not 1"),
                edit("a", SUREFIRE, "default-test"));
        assertEquals("3", Dom.text(configuration, "forkCount"));
        assertEquals("false", Dom.text(configuration, "failIfNoTests"));
        assertEquals(null, Dom.text(configuration, "skipTests"));
        assertEquals(Map.of(Wiring.REPLAYED_RECORD, record.toString()), names);
    }

    @Test
    void oneWorkerHasOneForkAndWhoeverHasThatManyIsToldNothing() throws IOException {
        record("r.jsonl", "g:a", 3);
        user.setProperty("isolation.replay", "r.jsonl#worker=7");
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
        assertEquals("1", Dom.text(configuration, "forkCount"));
        Dom.set(configuration, "forkCount", "2");
        assertEquals(
                Optional.of("isolation: forkCount is 1 for the replay, as in the record, and not 2"),
                edit("a", SUREFIRE, "default-cli"));
    }

    @Test
    void otherModulesAndOtherExecutionsRunNothing() throws IOException {
        Path record = record("r.jsonl", "g:a", 3);
        user.setProperty("isolation.replay", "r.jsonl");
        assertEquals(
                Optional.of("isolation: nothing is run by maven-surefire-plugin (default-test) of g:b: " + record
                        + " is of maven-surefire-plugin (default-test) of g:a"),
                edit("b", SUREFIRE, "default-test"));
        assertEquals("true", Dom.text(configuration, "skipTests"));
        assertEquals(null, Dom.text(configuration, "forkCount"));
        Dom.set(configuration, "skipTests", "false");
        assertTrue(edit("a", "maven-failsafe-plugin", "default").isPresent());
        assertEquals("true", Dom.text(configuration, "skipTests"));
    }

    @Test
    void theRecordIsLookedForWhereMavenWasStartedThenInTheModuleThenInOthers() throws IOException {
        user.setProperty("isolation.replay", "x/r.jsonl");
        Path inB = record("b/x/r.jsonl", "g:a", 1);
        assertEquals(inB.toString(), found("a"));
        Path inA = record("a/x/r.jsonl", "g:a", 1);
        assertEquals(inA.toString(), found("a"));
        assertEquals(inB.toString(), found("b"));
        Path atRoot = record("x/r.jsonl", "g:a", 1);
        assertEquals(atRoot.toString(), found("a"));
        assertEquals(atRoot.toString(), found("b"));
    }

    @Test
    void aRecordThatNoModuleOfThisBuildIsOfIsRefused() throws IOException {
        Path record = record("r.jsonl", "g:c", 1);
        user.setProperty("isolation.replay", "r.jsonl");
        assertEquals(
                "<replay> (isolation.replay): " + record
                        + " is of the module g:c, and this is a build of g:a, g:b; start"
                        + " Maven where that module is, or name another record",
                refusal());
    }

    @Test
    void whatIsNotThereOrNoRecordIsRefused() throws IOException {
        user.setProperty("isolation.replay", "r.jsonl");
        assertTrue(
                refusal().startsWith("<replay> (isolation.replay): there is no file r.jsonl, seen from " + root),
                refusal());
        Files.writeString(root.resolve("r.jsonl"), "{}\n");
        assertTrue(refusal().contains("r.jsonl is no record of a run"), refusal());
        Files.writeString(root.resolve("r.jsonl"), "");
        assertTrue(refusal().contains("r.jsonl is no record of a run"), refusal());
        user.setProperty("isolation.replay", "\0");
        assertTrue(refusal().contains("is no path"), refusal());
    }

    @Test
    void whereTheRecordDoesNotSayOfWhichModuleItIsEachMayBeIt() throws IOException {
        record("r.jsonl", "", 2);
        user.setProperty("isolation.replay", "r.jsonl");
        assertTrue(edit("b", SUREFIRE, "default-test").isPresent());
        assertEquals("2", Dom.text(configuration, "forkCount"));
    }

    /** It is said with all that cannot be understood. */
    @Test
    void aWorkerThatIsNoNumberIsNotLookedFor() {
        user.setProperty("isolation.replay", "r.jsonl#worker=x");
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
    }

    /** It has no forks of its own to say: trials take as many as they need. */
    @Test
    void aRecordThatIsToBeJudgedIsFoundInTheSameWayAndNoTestHasToRun() throws IOException {
        Path record = record("r.jsonl", "g:a", 3);
        user.setProperty("isolation.verdict", "r.jsonl");
        Dom.set(configuration, "failIfNoTests", "true");
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
        assertEquals(Map.of(Wiring.JUDGED_RECORD, record.toString()), names);
        assertEquals("false", Dom.text(configuration, "failIfNoTests"));
        assertEquals(null, Dom.text(configuration, "forkCount"));
        assertTrue(edit("b", SUREFIRE, "default-test").isPresent());
        assertEquals("true", Dom.text(configuration, "skipTests"));
        user.setProperty("isolation.verdict", "gone.jsonl");
        assertTrue(refusal().startsWith("<verdict> (isolation.verdict): there is no file gone.jsonl"), refusal());
    }

    @Test
    void theLastRecordIsFoundLaterAndWhatFailsNowIsNoRunOfItsOwn() {
        user.setProperty("isolation.verdict", "last");
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
        assertEquals("false", Dom.text(configuration, "failIfNoTests"));
        assertEquals(Map.of(), names);
        user.setProperty("isolation.verdict", "onFailure");
        Dom.set(configuration, "failIfNoTests", "true");
        assertEquals(Optional.empty(), edit("a", SUREFIRE, "default-test"));
        assertEquals("true", Dom.text(configuration, "failIfNoTests"));
    }

    private String found(String module) {
        names.clear();
        edit(module, SUREFIRE, "default-test");
        return String.valueOf(names.get(Wiring.REPLAYED_RECORD));
    }

    private String refusal() {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> edit("a", SUREFIRE, "default-test"))
                .getMessage());
    }

    private Path record(String file, String module, int forks) throws IOException {
        Path record = root.resolve(file).toAbsolutePath().normalize();
        Files.createDirectories(record.getParent());
        RunFact run = new RunFact(
                "r",
                0,
                "1",
                SUREFIRE + " 3.6.1",
                "17",
                "Linux",
                2,
                forks,
                module,
                "default-test",
                "",
                "",
                List.of(),
                List.of());
        return Files.writeString(record, run.line() + "\n");
    }

    private Optional<String> edit(String module, String plugin, String execution) {
        MavenProject project = modules.get(module.equals("a") ? 0 : 1);
        EffectiveParameters parameters = new EffectiveParameters(new Xpp3Dom("configuration"), user, new Properties());
        return new RunAgain(parameters, project, session())
                .edit(configuration, new Execution("g:" + module, plugin, execution), names);
    }

    @SuppressWarnings("deprecation") // there is no other way to a session without a container
    private MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        Properties system = new Properties();
        system.setProperty("user.dir", root.toString());
        request.setSystemProperties(system);
        MavenSession session = new MavenSession(
                (PlexusContainer) null,
                new DefaultRepositorySystemSession(),
                request,
                new DefaultMavenExecutionResult());
        session.setProjects(modules);
        return session;
    }
}
