package io.github.isolation.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.record.RunFact;
import io.github.isolation.settings.Wiring;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which runs are of the same tests. */
class ExecutionTest {
    private static final Execution TEST = new Execution("g:m", "maven-surefire-plugin", "default-test");

    @Test
    void theSupervisorAndTheRecordSayTheSame() {
        Properties properties = new Properties();
        properties.setProperty(Wiring.MODULE, "g:m");
        properties.setProperty(Wiring.EXECUTION, "maven-surefire-plugin:3.6.1:default-test");
        assertEquals(TEST, Execution.of(properties));
        assertEquals(
                TEST, Execution.of((RunFact) Recorded.run(1, "A").isCutOff().get(0)));
        assertEquals("maven-surefire-plugin (default-test) of g:m", TEST.toString());
    }

    @Test
    void anotherModulePluginOrExecutionHasOtherTests() {
        assertTrue(TEST.isSameAs(TEST));
        assertFalse(TEST.isSameAs(new Execution("g:n", TEST.plugin(), TEST.id())));
        assertFalse(TEST.isSameAs(new Execution("g:m", "maven-failsafe-plugin", TEST.id())));
        assertFalse(TEST.isSameAs(new Execution("g:m", TEST.plugin(), "more")));
    }

    @Test
    void aGoalThatIsCalledByNameHasTheTestsOfItsPlugin() {
        Execution byName = new Execution("g:m", TEST.plugin(), "default-cli");
        assertTrue(byName.isSameAs(TEST));
        assertTrue(TEST.isSameAs(byName));
        assertFalse(byName.isSameAs(new Execution("g:m", "maven-failsafe-plugin", "default-cli")));
    }

    /** Where Surefire is wired by hand, nobody tells the supervisor. */
    @Test
    void whatIsNotKnownDiffersFromNothing() {
        Execution unknown = Execution.of(new Properties());
        assertTrue(unknown.isSameAs(TEST));
        assertTrue(TEST.isSameAs(unknown));
        assertEquals("", unknown.toString());
    }
}
