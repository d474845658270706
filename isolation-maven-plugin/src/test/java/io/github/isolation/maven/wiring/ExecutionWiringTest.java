package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** What becomes of a user's Surefire configuration. */
class ExecutionWiringTest {
    private final Properties user = new Properties();
    private final Properties project = new Properties();
    private Xpp3Dom own = new Xpp3Dom("configuration");

    @Test
    void surefireGetsOneForkAndTheSupervisorTheNumberTheUserWanted() throws Exception {
        user.setProperty("forkCount", "1.5C");
        Xpp3Dom wired = wire("");
        assertEquals("1", Dom.text(wired, "forkCount"));
        assertEquals("true", Dom.text(wired, "reuseForks"));
        assertEquals("1.5C", property(wired, SettingNames.FORK_COUNT));
    }

    @Test
    void aLiteralInThePomBeatsTheCommandLineAsItDoesForSurefire() throws Exception {
        user.setProperty("forkCount", "3");
        project.setProperty("forkCount", "2");
        assertEquals("4", property(wire("<forkCount>4</forkCount>"), SettingNames.FORK_COUNT));
        assertEquals("3", property(wire(""), SettingNames.FORK_COUNT));
        user.clear();
        assertEquals("2", property(wire(""), SettingNames.FORK_COUNT));
    }

    @Test
    void freshForksBecomeFreshWorkersUnlessTheUserSaysHowOften() throws Exception {
        assertEquals("1", property(wire("<reuseForks>false</reuseForks>"), "isolation.retireEveryClasses"));
        project.setProperty("isolation.retireEveryClasses", "5");
        assertEquals("5", property(wire("<reuseForks>false</reuseForks>"), "isolation.retireEveryClasses"));
    }

    @Test
    void howLongMavenWaitsForAForkIsHandedOn() throws Exception {
        assertEquals(null, property(wire(""), Wiring.FORK_TIMEOUT));
        project.setProperty("failsafe.timeout", "30");
        assertEquals("30", property(wire(""), Wiring.FORK_TIMEOUT));
        user.setProperty("surefire.timeout", "60");
        assertEquals("60", property(wire(""), Wiring.FORK_TIMEOUT));
        String limit = "<forkedProcessTimeoutInSeconds>90</forkedProcessTimeoutInSeconds>";
        assertEquals("90", property(wire(limit), Wiring.FORK_TIMEOUT));
    }

    /** It is moved later, see {@link ArgLineMover}; others read it here. */
    @Test
    void theArgLineInTheModelStaysTheUsers() throws Exception {
        String line = "@{argLine} -Dn=${surefire.forkNumber} 'a' \"b\"";
        assertEquals(line, Dom.text(wire("<argLine>" + line + "</argLine>"), "argLine"));
        assertEquals(null, wire("").getChild("argLine"));
    }

    @Test
    void whatIsSpecialAboutTheReportsIsHandedOn() throws Exception {
        assertEquals(null, property(wire(""), Wiring.REPORT_SUFFIX));
        assertEquals(null, property(wire("<disableXmlReport>false</disableXmlReport>"), Wiring.REPORTS_UNLIKE));
        user.setProperty("surefire.reportNameSuffix", "nightly");
        assertEquals("nightly", property(wire(""), Wiring.REPORT_SUFFIX));
        String none = "there are none (disableXmlReport)";
        assertEquals(none, property(wire("<disableXmlReport>true</disableXmlReport>"), Wiring.REPORTS_UNLIKE));
        String disabled = "<statelessTestsetReporter><disable>true</disable></statelessTestsetReporter>";
        assertEquals(none, property(wire(disabled), Wiring.REPORTS_UNLIKE));
        String reporter = "<statelessTestsetReporter implementation=\"%s\"/>";
        String phrased = "org.apache.maven.plugin.surefire.extensions.junit5.JUnit5Xml30StatelessReporter";
        assertEquals(null, property(wire(reporter.formatted(phrased)), Wiring.REPORTS_UNLIKE));
        assertEquals(
                "they are not Surefire's (a.Reporter)",
                property(wire(reporter.formatted("a.Reporter")), Wiring.REPORTS_UNLIKE));
    }

    @Test
    void whatTheUserPutThereStays() throws Exception {
        Xpp3Dom wired = wire("<additionalClasspathDependencies><additionalClasspathDependency>"
                + "<artifactId>mine</artifactId></additionalClasspathDependency></additionalClasspathDependencies>"
                + "<systemPropertyVariables><mine>${surefire.forkNumber}</mine>"
                + "<isolation.maxCrashes>9</isolation.maxCrashes></systemPropertyVariables><groups>slow</groups>");
        project.setProperty("isolation.maxCrashes", "1");
        Xpp3Dom[] dependencies =
                wired.getChild("additionalClasspathDependencies").getChildren();
        assertEquals("mine", Dom.text(dependencies[0], "artifactId"));
        assertEquals("isolation-surefire-provider", Dom.text(dependencies[1], "artifactId"));
        assertEquals(Wiring.FORK_NUMBER, property(wired, "mine"));
        assertEquals("9", property(wired, "isolation.maxCrashes"));
        assertEquals("slow", Dom.text(wired, "groups"));
    }

    @Test
    void theForkLearnsWhichFixturesThereAreToPrepare() throws Exception {
        assertEquals(null, property(wire(""), Wiring.DECLARED_FIXTURES));
        own = dom("<fixtures><fixture><id>words</id></fixture><fixture><id>model</id></fixture><fixture/></fixtures>");
        assertEquals("words,model", property(wire(""), Wiring.DECLARED_FIXTURES));
    }

    @Test
    void aListIsElementsOrATextWithCommas() throws Exception {
        for (String ports : new String[] {"<port>http</port><port> grpc </port>", " http, grpc ", "${mine}"}) {
            own = dom("<ports>" + ports + "</ports>");
            project.setProperty("mine", "http,grpc");
            assertEquals("http,grpc", property(wire(""), "isolation.ports"));
        }
        own = dom("");
        project.setProperty("isolation.ports", "of, a, property");
        assertEquals("of,a,property", property(wire(""), "isolation.ports"));
    }

    @Test
    void eachBuildHasItsOwnPlaceForWhatSurefireWritesUnlessTheUserNamesOne() throws Exception {
        String own = "surefire-" + ProcessHandle.current().pid();
        assertEquals(own, Dom.text(wire(""), "tempDir"));
        assertEquals("mine", Dom.text(wire("<tempDir>mine</tempDir>"), "tempDir"));
        user.setProperty("tempDir", "theirs");
        assertEquals(null, Dom.text(wire(""), "tempDir"));
    }

    @Test
    void reasonsToLeaveAnExecutionAloneAreFoundAndSaid() throws Exception {
        assertTrue(refused("3.1.2", "").contains("3.1.2"));
        assertTrue(refused("2.22.2", "").contains("2.22.2"));
        assertTrue(refused("3.6.1", "<forkCount>0</forkCount>").contains("forkCount"));
        assertTrue(refused("3.6.1", "<suiteXmlFiles/>").contains("suiteXmlFiles"));
        assertTrue(refused("3.6.1", "<debugForkedProcess>true</debugForkedProcess>")
                .contains("debugger"));
        for (String fine : new String[] {"3.2.5", "3.6.1", "4.0.0-M1"}) {
            assertEquals("", refused(fine, ""));
        }
        user.setProperty("maven.surefire.debug", "true");
        assertFalse(refused("3.6.1", "").isEmpty());
    }

    private String refused(String version, String configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setVersion(version);
        return Refusal.find(TestPlugin.SUREFIRE, plugin, dom(configuration), parameters())
                .orElse("");
    }

    private Xpp3Dom wire(String configuration) throws Exception {
        Xpp3Dom dom = dom(configuration);
        new ExecutionWiring(
                        parameters(),
                        "1",
                        "/project/target/isolation",
                        "/repository/.cache/isolation",
                        Map.of(Wiring.MODULE, "g:a"))
                .wire(dom);
        return dom;
    }

    private EffectiveParameters parameters() {
        return new EffectiveParameters(own, user, project);
    }

    private static Xpp3Dom dom(String configuration) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>"));
    }

    private static String property(Xpp3Dom wired, String name) {
        return Dom.text(wired.getChild("systemPropertyVariables"), name);
    }
}
