package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who chooses the version of Surefire and Failsafe: a POM, or else we. */
class UnnamedVersionsTest {
    private static final String BINDINGS = "org.apache.maven:maven-core:3.6.3:default-lifecycle-bindings";

    private final List<String> said = new ArrayList<>();
    private final UnnamedVersions versions = new UnnamedVersions(said::add);
    private final Properties user = new Properties();

    @Test
    void theNewestThatWasTestedIsTakenInsteadOfMavensOwnAndThatIsSaidOnceForAllModules() {
        for (int module = 0; module < 2; module++) {
            Plugin surefire = plugin("2.12.4", BINDINGS);
            choose(surefire);
            assertEquals(UnnamedVersions.TESTED, surefire.getVersion());
        }
        assertEquals(
                List.of("isolation: no POM names a version of maven-surefire-plugin: " + UnnamedVersions.TESTED
                        + " is used, the newest that was tested, and not Maven's own 2.12.4;"
                        + " -Disolation.surefireVersion=keep leaves that"),
                said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.maven:maven-model-builder:3.9.16:super-pom",
                "org.apache.maven:maven-api-impl:4.0.0-rc-6:super-pom-4.0.0",
                "org.apache.maven:maven-core:null:default-lifecycle-bindings"
            })
    void whatMavenBringsIsNotNamed(String model) {
        Plugin surefire = plugin("3.2.5", model);
        choose(surefire);
        assertEquals(UnnamedVersions.TESTED, surefire.getVersion());
    }

    @Test
    void aPluginThatIsInNoLifecycleHasNoVersionAtAll() {
        Plugin failsafe = new Plugin();
        versions.choose(TestPlugin.FAILSAFE, failsafe, parameters());
        assertEquals(UnnamedVersions.TESTED, failsafe.getVersion());
        assertEquals(1, said.size());
        assertEquals(
                "isolation: no POM names a version of maven-failsafe-plugin: " + UnnamedVersions.TESTED
                        + " is used, the newest that was tested, and not the latest there is;"
                        + " -Disolation.surefireVersion=keep leaves that",
                said.get(0));
    }

    @Test
    void whatAPomOrOneOfItsParentsNamesStays() {
        Plugin old = plugin("2.22.2", "io.github.example:parent:1");
        choose(old);
        assertEquals("2.22.2", old.getVersion());
        assertEquals(List.of(), said);
    }

    /** Of models that are not read from XML, some do not know where anything stands in them. */
    @Test
    void aVersionThatNobodyKnowsThePlaceOfIsTheUsers() {
        Plugin surefire = new Plugin();
        surefire.setVersion("3.2.5");
        choose(surefire);
        assertEquals("3.2.5", surefire.getVersion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.0.0", "99.0.0-M1"})
    void mavensOwnStaysWhereItIsNewer(String version) {
        Plugin surefire = plugin(version, BINDINGS);
        choose(surefire);
        assertEquals(version, surefire.getVersion());
        assertEquals(List.of(), said);
    }

    @Test
    void whereItIsTheSameNothingIsSaid() {
        choose(plugin(UnnamedVersions.TESTED, BINDINGS));
        assertEquals(List.of(), said);
    }

    @Test
    void keepLeavesMavensOwn() {
        user.setProperty("isolation.surefireVersion", "keep");
        Plugin surefire = plugin("2.12.4", BINDINGS);
        choose(surefire);
        assertEquals("2.12.4", surefire.getVersion());
        assertEquals(List.of(), said);
    }

    private void choose(Plugin surefire) {
        versions.choose(TestPlugin.SUREFIRE, surefire, parameters());
    }

    private EffectiveParameters parameters() {
        return new EffectiveParameters(new Xpp3Dom("configuration"), user, new Properties());
    }

    private static Plugin plugin(String version, String model) {
        InputSource source = new InputSource();
        source.setModelId(model);
        Plugin plugin = new Plugin();
        plugin.setVersion(version);
        plugin.setLocation("version", new InputLocation(-1, -1, source));
        return plugin;
    }
}
