package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.InNoFork;
import io.github.isolation.fork.PortBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports as tests ask for them, in a fork and in an IDE. */
final class PortsTest {
    @TempDir
    private Path directory;

    private final Properties saved = (Properties) System.getProperties().clone();
    private final InNoFork noFork = new InNoFork();

    @BeforeEach
    void beInNoFork() {
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
    void inAnIdeANameHasAFreePortAndKeepsIt() throws IOException {
        int http = Isolation.port("http");
        try (ServerSocket server = new ServerSocket(http)) {
            assertEquals(http, Isolation.port("http"), server::toString);
            assertNotEquals(http, Isolation.port("jmx"));
        }
    }

    @Test
    void inAForkItIsOneOfTheForksBlockAlsoForTheNextWorker() throws IOException {
        try (PortBlock block = PortBlock.acquire()) {
            beInFork2();
            System.setProperty(ForkProperties.PORT_BLOCK, Integer.toString(block.first()));
            int http = Isolation.port("http");
            assertTrue(http > block.first() && http < block.first() + PortBlock.SIZE, http + " of " + block.first());
            Path book = new ForkLayout(directory).portBook("run-1", "2");
            assertEquals("http=" + http, Files.readString(book).strip());
        }
    }

    @Test
    void whatThePomDeclaresIsWhatTheSupervisorGaveIt() {
        beInFork2();
        System.setProperty(ForkProperties.PORT_PREFIX + "http", "20051");
        assertEquals(20_051, Isolation.port("http"));
    }

    @Test
    void aForkWithoutPortsSaysWhereTheReasonIs() {
        beInFork2();
        String message = assertThrows(UncheckedIOException.class, () -> Isolation.port("http"))
                .getMessage();
        assertEquals(
                "port(\"http\"): this fork could not get ports of its own, for the reason that its supervisor gave in the"
                        + " log when it started",
                message);
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Isolation.port("a b"));
        assertThrows(IllegalArgumentException.class, () -> Isolation.port(""));
    }

    private void beInFork2() {
        System.setProperty(ForkProperties.FORK, "2");
        System.setProperty(ForkProperties.FORKS, "4");
        System.setProperty(ForkProperties.RUN, "run-1");
        System.setProperty(
                ForkProperties.FORK_DIRECTORY, directory.resolve("forks/2").toString());
    }
}
