package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.Test;

/** What becomes of the model that other plugins and IDEs read as well. */
class ProjectWiringTest {
    private static final String CONFIGURATION = "<configuration>\n  <argLine>-Xmx300m  @{late}</argLine>\n"
            + "  <forkCount>4</forkCount><reuseForks>false</reuseForks>\n"
            + "  <systemPropertyVariables><dir>target/${surefire.forkNumber}</dir></systemPropertyVariables>\n"
            + "  <environmentVariables><E>a b</E></environmentVariables><workingDirectory>w</workingDirectory>"
            + "</configuration>";

    private final Properties user = new Properties();
    private final Plugin own = new Plugin();
    private final List<String> goals = new ArrayList<>();
    private boolean live;

    @Test
    void theConfigurationOfThePluginStaysTheUsersByteByByte() throws Exception {
        for (String skip : List.of("false", "true")) {
            user.setProperty("isolation.skip", skip);
            for (String configuration : List.of(CONFIGURATION, "<configuration/>")) {
                Plugin surefire = surefire(configuration, "3.6.1");
                String before = String.valueOf(surefire.getConfiguration());
                wire(surefire);
                assertEquals(before, String.valueOf(surefire.getConfiguration()));
            }
        }
    }

    @Test
    void nothingIsAddedToAPluginWithoutAConfiguration() throws Exception {
        Plugin surefire = surefire("<configuration/>", "3.6.1");
        surefire.setConfiguration(null);
        wire(surefire);
        assertEquals(null, surefire.getConfiguration());
    }

    @Test
    void everyExecutionIsWiredAndSoIsAGoalThatIsCalledByName() throws Exception {
        Plugin surefire = surefire(CONFIGURATION, "3.6.1");
        wire(surefire);
        assertEquals(
                List.of("default-test", "default-cli"),
                surefire.getExecutions().stream().map(PluginExecution::getId).toList());
        for (PluginExecution execution : surefire.getExecutions()) {
            assertEquals("1", Dom.text((Xpp3Dom) execution.getConfiguration(), "forkCount"), execution.getId());
            assertNotEquals(
                    null,
                    Dom.text(
                            Dom.child((Xpp3Dom) execution.getConfiguration(), "systemPropertyVariables"),
                            SettingNames.FORK_COUNT));
        }
    }

    @Test
    void anExecutionThatOnlyTheCommandLineKnowsIsWiredAsWell() throws Exception {
        goals.addAll(List.of("surefire:test@again", "surefire:test@default-test", "clean", "odd@"));
        Plugin surefire = surefire(CONFIGURATION, "3.6.1");
        wire(surefire);
        assertEquals(
                List.of("default-test", "default-cli", "again"),
                surefire.getExecutions().stream().map(PluginExecution::getId).toList());
        assertEquals("1", Dom.text((Xpp3Dom) surefire.getExecutions().get(2).getConfiguration(), "forkCount"));
    }

    @Test
    void aGoalThatTheUserHasConfiguredForBeingCalledByNameKeepsThat() throws Exception {
        Plugin surefire = surefire(CONFIGURATION, "3.6.1");
        PluginExecution own = new PluginExecution();
        own.setId("default-cli");
        own.setConfiguration(dom("<configuration><forkCount>7</forkCount><groups>fast</groups></configuration>"));
        surefire.addExecution(own);
        wire(surefire);
        assertEquals(2, surefire.getExecutions().size());
        assertEquals("fast", Dom.text((Xpp3Dom) own.getConfiguration(), "groups"));
        assertEquals("1", Dom.text((Xpp3Dom) own.getConfiguration(), "forkCount"));
    }

    @Test
    void anExecutionThatIsRefusedLeavesTheConfigurationOfThePluginAlone() throws Exception {
        Plugin surefire = surefire(CONFIGURATION, "2.22.2");
        String before = String.valueOf(surefire.getConfiguration());
        wire(surefire);
        assertEquals(before, String.valueOf(surefire.getConfiguration()));
        Xpp3Dom byName =
                (Xpp3Dom) surefire.getExecutionsAsMap().get("default-cli").getConfiguration();
        assertEquals("-Xmx300m  @{late}", Dom.text(byName, "argLine"));
    }

    @Test
    void fixturesAreVerifiedOnlyWhereSomebodyFetchesThem() throws Exception {
        wire(surefire(CONFIGURATION, "3.6.1"));
        assertEquals(List.of("verify-reports"), goalsAfterTest());
        PluginExecution fetches = new PluginExecution();
        fetches.addGoal("prepare-cache");
        own.addExecution(fetches);
        wire(surefire(CONFIGURATION, "3.6.1"));
        assertEquals(List.of("verify-fixtures", "verify-reports"), goalsAfterTest());
    }

    /** The report is made at the end of the build; only a goal can fail it in the right place. */
    @Test
    void anAuditIsJudgedAfterTheTestsIfItMayFailTheBuild() throws Exception {
        user.setProperty("isolation.auditFailOn", "clashes");
        wire(surefire(CONFIGURATION, "3.6.1"));
        assertEquals(List.of("verify-reports"), goalsAfterTest());
        user.setProperty("isolation.audit", "files");
        wire(surefire(CONFIGURATION, "3.6.1"));
        assertEquals(List.of("verify-reports", "audit"), goalsAfterTest());
        user.remove("isolation.auditFailOn");
        wire(surefire(CONFIGURATION, "3.6.1"));
        assertEquals(List.of("verify-reports"), goalsAfterTest());
        user.setProperty("isolation.auditAccept", "true");
        wire(surefire(CONFIGURATION, "3.6.1"));
        assertEquals(List.of("verify-reports", "audit"), goalsAfterTest());
    }

    @Test
    void aVersionThatNoPomNamesIsReplacedUnlessNothingIsToBeWired() throws Exception {
        for (String skip : List.of("true", "false")) {
            user.setProperty("isolation.skip", skip);
            Plugin surefire = surefire(CONFIGURATION, "2.12.4");
            InputSource bindings = new InputSource();
            bindings.setModelId("org.apache.maven:maven-core:3.8.7:default-lifecycle-bindings");
            surefire.setLocation("version", new InputLocation(-1, -1, bindings));
            wire(surefire);
            assertEquals(skip.equals("true") ? "2.12.4" : UnnamedVersions.TESTED, surefire.getVersion());
        }
    }

    /** The supervisor says how far it is, or Maven's own JVM shows it, and never both. */
    @Test
    void whoWatchesSeesItUnlessHeWantsLines() throws Exception {
        assertEquals("null, null", shownInMaven());
        live = true;
        assertEquals("true, " + Path.of("target/isolation/class-times").toAbsolutePath(), shownInMaven());
        user.setProperty("isolation.historyDirectory", "history");
        assertEquals("true, " + Path.of("history/g/a/class-times").toAbsolutePath(), shownInMaven());
        user.setProperty("isolation.progress", "30s");
        assertEquals("null, null", shownInMaven());
    }

    private String shownInMaven() throws Exception {
        Plugin surefire = surefire("<configuration/>", "3.6.1");
        MavenProject project = wire(surefire);
        Xpp3Dom configuration = (Xpp3Dom) surefire.getExecutions().get(0).getConfiguration();
        return Dom.text(Dom.child(configuration, "systemPropertyVariables"), Wiring.LIVE) + ", "
                + project.getContextValue(Wiring.LIVE);
    }

    private List<String> goalsAfterTest() {
        PluginExecution last = own.getExecutions().stream()
                .filter(execution -> execution.getId().equals("isolation-verify-after-test"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return last.getGoals();
    }

    private MavenProject wire(Plugin surefire) throws Exception {
        own.setGroupId("io.github.isolation");
        own.setArtifactId("isolation-maven-plugin");
        own.setVersion("1");
        own.setExtensions(true);
        Build build = new Build();
        build.setDirectory("target");
        build.addPlugin(surefire);
        build.addPlugin(own);
        Model model = new Model();
        model.setGroupId("g");
        model.setArtifactId("a");
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(new File("pom.xml").getAbsoluteFile());
        new ProjectWiring(
                        session(),
                        project,
                        new UnknownSettings(line -> {}),
                        new InvalidSettings(false),
                        new UnnamedVersions(line -> {}),
                        live)
                .wire();
        return project;
    }

    @SuppressWarnings("deprecation") // there is no other way to a session without a container
    private MavenSession session() throws Exception {
        DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
        repositories.setLocalRepositoryManager(new SimpleLocalRepositoryManagerFactory()
                .newInstance(repositories, new LocalRepository("target/local-repo")));
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(user);
        request.setGoals(goals);
        return new MavenSession((PlexusContainer) null, repositories, request, new DefaultMavenExecutionResult());
    }

    private static Plugin surefire(String configuration, String version) throws Exception {
        Plugin surefire = new Plugin();
        surefire.setGroupId("org.apache.maven.plugins");
        surefire.setArtifactId("maven-surefire-plugin");
        surefire.setVersion(version);
        surefire.setConfiguration(dom(configuration));
        PluginExecution test = new PluginExecution();
        test.setId("default-test");
        test.setConfiguration(dom(configuration)); // Maven has merged it
        surefire.addExecution(test);
        return surefire;
    }

    private static Xpp3Dom dom(String xml) throws Exception {
        return Xpp3DomBuilder.build(new StringReader(xml), false);
    }
}
