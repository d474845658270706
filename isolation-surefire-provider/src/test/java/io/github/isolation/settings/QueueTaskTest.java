package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a supervisor is told of a queue, and what is refused. */
class QueueTaskTest {
    private final Properties properties = new Properties();

    @Test
    void whereNobodyAskedForAQueueThereIsNone() {
        assertNull(QueueTask.read(properties));
    }

    @Test
    void whereTheExtensionIsNotInForceAQueueIsRefusedInsteadOfRunningEverything() {
        properties.setProperty("isolation.queue", "jdbc:postgresql://db/isolation");
        String said = String.valueOf(assertThrows(SettingsException.class, () -> QueueTask.read(properties))
                .getMessage());
        assertTrue(said.contains("<extensions>true</extensions>"), said);
    }

    @Test
    void whatIsHandedOverIsRead() {
        properties.setProperty(Wiring.QUEUE, "jdbc:postgresql://db/isolation");
        properties.setProperty(Wiring.QUEUE_LOGIN, "login");
        properties.setProperty(Wiring.QUEUE_DRIVER, "driver.jar");
        properties.setProperty(Wiring.MODULE, "g:a");
        properties.setProperty(Wiring.EXECUTION, "maven-surefire-plugin:3.5:default-test");
        properties.setProperty(Wiring.SHARD_RUN, "42");
        properties.setProperty(Wiring.SHARD_BUILD, "1-2");
        properties.setProperty(SettingNames.QUEUE_LEASE, "3s");
        assertEquals(
                new QueueTask(
                        "jdbc:postgresql://db/isolation",
                        Path.of("login"),
                        Path.of("driver.jar"),
                        "g:a/maven-surefire-plugin/default-test",
                        "42",
                        "",
                        1,
                        "1-2",
                        Duration.ofSeconds(3),
                        false),
                QueueTask.read(properties));
        properties.setProperty(Wiring.FAILURES_IGNORED, "true");
        assertTrue(Objects.requireNonNull(QueueTask.read(properties)).failuresIgnored());
    }

    @Test
    void aLeaseThatIsOverAtOnceIsRefused() {
        for (String lease : new String[] {"0", "0s", "999ms"}) {
            Optional<String> problem = KnownShardSettings.QUEUE_LEASE.problem(lease);
            assertTrue(problem.orElse("").contains("is too short"), lease + ": " + problem);
        }
        assertEquals(Optional.empty(), KnownShardSettings.QUEUE_LEASE.problem("1s"));
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        for (String url : new String[] {
            "jdbc:postgresql://db/x?password=secret4711",
            "jdbc:postgresql://db/x?user=a&PASSWORD=secret4711",
            "jdbc:postgresql://db/x?sslkey=k&sslpassword=secret4711",
            "jdbc:postgresql://a:secret4711@db/x"
        }) {
            Optional<String> problem = KnownShardSettings.QUEUE.problem(url);
            assertTrue(problem.isPresent(), url);
            assertFalse(problem.get().contains("secret4711"), problem.get());
        }
        assertEquals(Optional.empty(), KnownShardSettings.QUEUE.problem("jdbc:postgresql://db:5433/x?user=a"));
        assertTrue(KnownShardSettings.QUEUE.problem("redis://x").isPresent());
    }

    @Test
    void aQueueAndAShardEachSayWhatIsRun() {
        properties.setProperty("isolation.queue", "jdbc:postgresql://db/isolation");
        assertEquals(0, Configuration.problems(properties).size());
        properties.setProperty("isolation.shard", "1/2");
        assertEquals(1, Configuration.problems(properties).size());
    }
}
