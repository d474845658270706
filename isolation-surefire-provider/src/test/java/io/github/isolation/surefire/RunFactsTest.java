package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.process.OwnCommandLine;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a record begins: whatever is known of what is run, and nothing where it is not. */
final class RunFactsTest {
    private static final String OWN_JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path directory;

    @Test
    void whatTheExtensionHandedOverIsThere() {
        RunFact fact = of(
                OWN_JAVA,
                Wiring.EXECUTION,
                "maven-surefire-plugin:3.5.6:default-test",
                Wiring.MODULE,
                "shop:core",
                "basedir",
                "/shop/core");
        assertEquals("maven-surefire-plugin 3.5.6", fact.surefire());
        assertEquals("default-test", fact.execution());
        assertEquals("shop:core", fact.module());
        assertEquals("/shop/core", fact.directory());
        assertEquals("/reports", fact.reports());
        assertEquals(List.of("a.ATest"), fact.classes());
        assertEquals(2, fact.forks());
        assertTrue(fact.cores() > 0);
        assertFalse(fact.isolation().isEmpty());
    }

    /** Wired by hand. */
    @Test
    void whatNobodyHandedOverIsEmpty() {
        RunFact fact = of(OWN_JAVA, Wiring.EXECUTION, "of no known form");
        assertEquals("", fact.surefire());
        assertEquals("", fact.execution());
        assertEquals("", fact.module());
        assertEquals(List.of(), fact.settings());
    }

    @Test
    void settingsAreThoseThatSomebodyChoseWithWhere() {
        RunFact fact = of(
                OWN_JAVA,
                "isolation.testTimeout",
                "30s",
                "isolation.retireEveryClasses",
                "5",
                SettingNames.FORK_COUNT,
                "2",
                "isolation.nosuch",
                "x",
                Wiring.ON_COMMAND_LINE,
                "isolation.retireEveryClasses,isolation.other");
        assertEquals(2, fact.settings().size(), fact.settings()::toString);
        assertTrue(fact.settings().contains(new RunFact.Chosen("isolation.testTimeout", "30s", "POM")));
        assertTrue(fact.settings().contains(new RunFact.Chosen("isolation.retireEveryClasses", "5", "command line")));
    }

    /** The extension says it in any case. */
    @Test
    void theNumberOfForksIsASettingOnlyWhereItWasGivenByHand() {
        RunFact fact = of(OWN_JAVA, SettingNames.FORK_COUNT, "2", Wiring.ON_COMMAND_LINE, SettingNames.FORK_COUNT);
        assertEquals(List.of(new RunFact.Chosen(SettingNames.FORK_COUNT, "2", "command line")), fact.settings());
    }

    @Test
    void theJavaIsThatOfTheWorkers() throws IOException {
        String own = System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
        assertEquals(own, of(OWN_JAVA).java());
        Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
        assertEquals(own, of(java.toString()).java(), "a JDK that says nothing of itself");
        Files.writeString(directory.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
        assertEquals("25.0.1", of(java.toString()).java());
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"\\u00zz\"\n");
        assertEquals("", of(java.toString()).java(), "nobody can read that");
    }

    private RunFact of(String java, String... properties) {
        List<String> main = List.of("-jar", "boot.jar", directory.toString(), "dump", "surefire1", "surefire2");
        Booter booter = new Booter(
                new OwnCommandLine(java, List.of(), main),
                Forks.properties(Booter.REPORTS, "/reports"),
                new Properties());
        return RunFacts.of("r1", 5, 2, List.of("a.ATest"), Forks.properties(properties), booter);
    }
}
