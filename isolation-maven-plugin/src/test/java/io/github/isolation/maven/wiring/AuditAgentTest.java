package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** The agent is looked for where an audit is asked for, and nowhere else. */
final class AuditAgentTest {
    /** What is called of Surefire's goals. */
    public static final class Mojo {
        private final boolean skip;
        private Map<String, String> variables;

        Mojo(boolean skip, Map<String, String> variables) {
            this.skip = skip;
            this.variables = variables;
        }

        public boolean isSkip() {
            return skip;
        }

        public String[] getDependenciesToScan() {
            return new String[] {"org.shop:tests"};
        }

        public Map<String, String> getSystemPropertyVariables() {
            return variables;
        }

        public void setSystemPropertyVariables(Map<String, String> all) {
            variables = all;
        }
    }

    private static Map<String, String> wired(String... more) {
        Map<String, String> variables = new HashMap<>(Map.of(SettingNames.FORK_COUNT, "2"));
        for (int i = 0; i < more.length; i += 2) {
            variables.put(more[i], more[i + 1]);
        }
        return variables;
    }

    private static Map<String, String> after(Mojo mojo, Properties given) throws MojoExecutionException {
        AuditAgent.name(mojo, given, () -> Path.of("agent.jar"), scanned -> Set.of(Path.of(scanned + ".jar")));
        return mojo.getSystemPropertyVariables();
    }

    @Test
    void itIsNamedWhereThePomOrTheCommandLineAsksForAnAudit() throws MojoExecutionException {
        Map<String, String> expected = wired(
                SettingNames.AUDIT,
                "files",
                Wiring.AUDIT_AGENT,
                "agent.jar",
                Wiring.AUDIT_JARS,
                "[org.shop:tests].jar");
        assertEquals(expected, after(new Mojo(false, wired(SettingNames.AUDIT, "files")), new Properties()));
        Properties given = new Properties();
        given.setProperty(SettingNames.AUDIT, "ports");
        assertEquals(
                wired(Wiring.AUDIT_AGENT, "agent.jar", Wiring.AUDIT_JARS, "[org.shop:tests].jar"),
                after(new Mojo(false, wired()), given));
    }

    /** What tests share is named in a verdict as well; without the jar there is a verdict all the same. */
    @Test
    void aVerdictOrAProofHasItTooIfItIsThere() throws MojoExecutionException {
        Map<String, String> asked = Map.of(SettingNames.VERDICT, "onFailure", SettingNames.PROOF, "1,2");
        for (Map.Entry<String, String> one : asked.entrySet()) {
            Properties given = new Properties();
            given.setProperty(one.getKey(), one.getValue());
            assertEquals("agent.jar", after(new Mojo(false, wired()), given).get(Wiring.AUDIT_AGENT));
            Mojo mojo = new Mojo(false, wired(one.getKey(), one.getValue()));
            AuditAgent.name(mojo, new Properties(), AuditAgentTest::gone, scanned -> Set.of());
            assertEquals(
                    wired(one.getKey(), one.getValue(), Wiring.AUDIT_AGENT_PROBLEM, "no such jar"),
                    mojo.getSystemPropertyVariables());
        }
    }

    private static Path gone() throws IOException {
        throw new IOException("no such jar");
    }

    @Test
    void anAuditCannotBeWithoutIt() {
        Mojo mojo = new Mojo(false, wired(SettingNames.AUDIT, "files", SettingNames.VERDICT, "onFailure"));
        MojoExecutionException failure = assertThrows(
                MojoExecutionException.class,
                () -> AuditAgent.name(mojo, new Properties(), AuditAgentTest::gone, scanned -> Set.of()));
        assertTrue(failure.getMessage().contains("cannot be had: no such jar. No test was run"), failure::getMessage);
    }

    @Test
    void nobodyLooksForItOtherwise() throws MojoExecutionException {
        Properties none = new Properties();
        none.setProperty(SettingNames.AUDIT, "");
        Mojo[] mojos = {
            new Mojo(false, wired()),
            new Mojo(false, wired(SettingNames.VERDICT, "never")),
            new Mojo(true, wired(SettingNames.AUDIT, "files")),
            new Mojo(false, Map.of(SettingNames.AUDIT, "files")),
            new Mojo(false, null)
        };
        for (Mojo mojo : mojos) {
            Map<String, String> before = mojo.getSystemPropertyVariables();
            AuditAgent.name(mojo, new Properties(), () -> fail("looked for it"), scanned -> fail());
            assertEquals(before, mojo.getSystemPropertyVariables());
        }
        AuditAgent.name(
                new Mojo(false, wired(SettingNames.AUDIT, "files")),
                none,
                () -> fail("the command line wins"),
                scanned -> fail());
    }
}
