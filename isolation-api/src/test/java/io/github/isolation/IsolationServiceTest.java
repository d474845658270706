package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.InNoFork;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests ask for a server of their fork, in a fork and in an IDE alike. */
final class IsolationServiceTest {
    private Path directory = Path.of("");
    private ForkLayout layout = new ForkLayout(directory);
    private Properties saved = new Properties();
    private final InNoFork noFork = new InNoFork();

    @BeforeEach
    void beInNoFork(@TempDir Path empty) {
        directory = empty;
        layout = new ForkLayout(directory);
        saved = (Properties) System.getProperties().clone();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("isolation."))
                .forEach(System::clearProperty);
        System.setProperty(ForkProperties.DIRECTORY, directory.toString());
    }

    @AfterEach
    void restore() {
        System.setProperties(saved);
        noFork.close();
    }

    @Test
    void inMainItIsStartedWhenItIsFirstAskedForAndOnce() throws Exception {
        plan("echo ready $$; exec sleep 600");
        assertFalse(Files.exists(layout.services(ForkLayout.MAIN)));
        Service db = Isolation.service("db");
        String log = Files.readString(db.log());
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(log.substring("ready ".length()).strip()))
                .orElseThrow();
        try {
            assertEquals(Isolation.port("db"), db.port());
            assertEquals("main:" + db.port(), db.property("url"));
            assertTrue(Files.isDirectory(db.data()));
            assertEquals(db, Isolation.service("db"));
            assertEquals(log, Files.readString(db.log()));
            assertFalse(db.toString().contains(db.property("secret")));
            String message = assertThrows(IllegalArgumentException.class, () -> db.property("ulr"))
                    .toString();
            assertTrue(message.contains("'ulr'") && message.contains("[secret, url]"), message);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void oneThatDoesNotStartIsAnErrorThatSaysWhy() throws IOException {
        plan("echo oh dear; exit 3");
        String message = assertThrows(UncheckedIOException.class, () -> Isolation.service("db"))
                .toString();
        assertTrue(
                message.contains("service 'db' of main ended before it was ready (log:^ready): exit status 3"),
                message);
        assertTrue(message.contains("  oh dear"), message);
    }

    @Test
    void unknownOneIsAnErrorThatListsTheKnownOnes() throws IOException {
        plan("exit 0");
        String message = assertThrows(IllegalArgumentException.class, () -> Isolation.service("bd"))
                .toString();
        assertTrue(message.contains("'bd'") && message.contains("[db]"), message);
        assertTrue(message.contains("mvn process-test-classes"), message);
    }

    @Test
    void inAForkItIsTheOneThatTheSupervisorHasStarted() throws IOException {
        plan("exit 1");
        System.setProperty(ForkProperties.FORK, "2");
        System.setProperty(ForkProperties.FORKS, "4");
        System.setProperty(ForkProperties.RUN, "run-1");
        System.setProperty(
                ForkProperties.FORK_DIRECTORY, layout.forkDirectory(2).toString());
        System.setProperty(ForkProperties.PORT_PREFIX + "db", "20077");
        Path place = Files.createDirectories(layout.services("2").resolve("db"));
        Files.writeString(place.resolve(".password"), "abc\n");
        Service db = Isolation.service("db");
        assertEquals(
                new Service(
                        "db",
                        20_077,
                        Map.of("url", "2:20077", "secret", "abc"),
                        place.resolve("data/new"),
                        layout.services("2").resolve("db.log")),
                db);
    }

    private void plan(String script) throws IOException {
        ServiceLife life = new ServiceLife(
                ReadyCheck.parse("log:^ready"), Duration.ZERO, "TERM", Duration.ofSeconds(20), RestorePolicy.NEVER);
        ServiceCommand command = new ServiceCommand(List.of("/bin/sh", "-c", script), directory);
        Map<String, String> properties = Map.of("url", "@{fork}:@{port}", "secret", "@{password}");
        new ServicePlan(List.of(new ServiceSpec("db", command, life, null, properties, null)))
                .write(layout.servicePlan());
    }
}
