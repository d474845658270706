package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** What is said of settings that nobody reads. */
class UnknownSettingsTest {
    private final List<String> said = new ArrayList<>();
    private final UnknownSettings unknown = new UnknownSettings(said::add);

    @Test
    void aMisspeltElementIsNamedWithWhatWasPerhapsMeant() throws Exception {
        unknown.look(plugin("<testTimeOut>1s</testTimeOut><leaks>fail</leaks><whatever/>"), List.of());
        assertEquals(
                List.of(
                        "isolation: <testTimeOut> in the <configuration> of isolation-maven-plugin is not a setting;"
                                + " did you mean <testTimeout>?",
                        "isolation: <whatever> in the <configuration> of isolation-maven-plugin is not a setting;"
                                + " the README has a table of them"),
                said);
    }

    @Test
    void aMisspeltPropertyIsNamedOnceForAllModules() {
        Properties user = new Properties();
        for (String name : List.of("isolation.reseeed", "isolation.leaks", "isolation.fixture.words", "argLine")) {
            user.setProperty(name, "x");
        }
        unknown.look(user);
        unknown.look(user);
        assertEquals(
                List.of("isolation: -Disolation.reseeed is not a setting; did you mean -Disolation.reseed?"), said);
    }

    /** There it may be a name of the user's own. */
    @Test
    void inThePomAPropertyIsNamedIfItIsNearlyASetting() {
        Properties pom = new Properties();
        for (String name : List.of(
                "isolation.testTimout", "isolation.leaks", "isolation.version", "isolation.level.of.ours", "argLine")) {
            pom.setProperty(name, "x");
        }
        unknown.lookInPom(pom);
        unknown.lookInPom(pom);
        assertEquals(
                List.of(
                        "isolation: <isolation.testTimout> in the <properties> of the POM is not a setting; did you mean"
                                + " <isolation.testTimeout>?"),
                said);
    }

    @Test
    void whatAnExecutionHasForTheForksDoesNotReachThem() throws Exception {
        Plugin plugin = plugin("<leaks>fail</leaks>");
        // As Maven's model has it: with those of the plugin merged in.
        plugin.addExecution(
                execution("prepare-cache", "<leaks>fail</leaks><testTimeout>1s</testTimeout><fixtures/><nonsense/>"));
        unknown.look(plugin, List.of());
        assertEquals(2, said.size());
        assertTrue(
                said.get(0).startsWith("isolation: <testTimeout> in the <configuration> of its execution 'mine' does"));
        assertTrue(
                said.get(1).startsWith("isolation: <nonsense> in the <configuration> of its execution 'mine' is not"));
    }

    @Test
    void fixturesThatNobodyFetchesAreNamedUnlessTheGoalIsCalledByName() throws Exception {
        Plugin plugin = plugin("<fixtures><fixture/></fixtures>");
        unknown.look(plugin, List.of("test", "isolation:prepare-cache"));
        assertEquals(List.of(), said);
        unknown.look(plugin, List.of("test"));
        assertEquals(1, said.size());
        assertTrue(said.get(0).contains("<goal>prepare-cache</goal>"));
        plugin.addExecution(execution("prepare-cache", ""));
        unknown.look(plugin, List.of("test"));
        assertEquals(1, said.size());
    }

    private static Plugin plugin(String configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setConfiguration(dom(configuration));
        return plugin;
    }

    private static PluginExecution execution(String goal, String configuration) throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setId("mine");
        execution.addGoal(goal);
        execution.setConfiguration(dom(configuration));
        return execution;
    }

    private static Xpp3Dom dom(String configuration) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>"));
    }
}
