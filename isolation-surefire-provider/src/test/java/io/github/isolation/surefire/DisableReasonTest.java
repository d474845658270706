package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which forks are left alone. */
class DisableReasonTest {
    private static final Path ANYWHERE = Path.of("target");

    private final String before = System.getProperty(SettingNames.SKIP);
    private SurefireChannel channel;

    @BeforeEach
    void connect() throws IOException {
        System.clearProperty(SettingNames.SKIP);
        channel = SurefireChannel.connect("pipe://1");
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(SettingNames.SKIP);
        } else {
            System.setProperty(SettingNames.SKIP, before);
        }
    }

    @Test
    void mostBecomeSupervisors() {
        assertNull(DisableReason.decide(Forks.in(ANYWHERE, "tc.0", "p.A"), channel));
    }

    @Test
    void whoIsToSkipSaysNothing() {
        System.setProperty(SettingNames.SKIP, "true");
        assertEquals(new DisableReason(null), DisableReason.decide(Forks.in(ANYWHERE), channel));
    }

    /** In which no test runs. */
    @Test
    void theForkInWhichSurefireLooksForTestsIsNone() {
        assertEquals(
                new DisableReason(null),
                DisableReason.decide(Forks.in(ANYWHERE, "discoverTestsOutputFile", "target/tests"), channel));
    }

    @Test
    void whoeverDebugsHasTheTestsInTheFork() {
        String warning =
                "isolation: not in force here, because a debugger is attached to the fork, so the tests run in it.";
        assertEquals(new DisableReason(warning), decideWith("-agentlib:jdwp=transport=dt_socket"));
        assertEquals(new DisableReason(warning), decideWith("-Xdebug"));
        assertNull(decideWith("-agentlib:other"));
    }

    @Test
    void suitesOfTestNGAreHandedOverAsAWhole() {
        String warning = "isolation: not in force here, because suiteXmlFiles are handed to TestNG as a whole.";
        assertEquals(
                new DisableReason(warning),
                DisableReason.decide(Forks.in(ANYWHERE, "testSuiteXmlFiles0", "suite.xml"), channel));
        assertEquals(
                new DisableReason(warning),
                DisableReason.decide(Forks.in(ANYWHERE, "forkTestSet", "java.io.File|suite.xml"), channel));
    }

    @Test
    void theChannelIsSurefiresOwn() {
        assertEquals(Optional.empty(), channel.owner());
    }

    private DisableReason decideWith(String option) {
        return DisableReason.decide(Forks.in(ANYWHERE, List.of(option), new Properties(), new Properties()), channel);
    }
}
