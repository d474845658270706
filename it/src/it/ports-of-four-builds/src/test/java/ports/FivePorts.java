package ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Takes five ports, listens on all of them, and goes on listening until every fork of every build does. */
abstract class FivePorts {
    private static final Path NOTES = Path.of(System.getProperty("basedir"), "target", "ports");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(4);

    @Test
    void areFreeAndNobodyElseHasThem() throws IOException {
        List<ServerSocket> servers = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        try {
            for (String name : List.of("http", "jmx", "database", "smtp", "debug")) {
                int port = Isolation.port(name);
                servers.add(new ServerSocket(port));
                ports.add(Integer.toString(port));
            }
            // Listening does not change whose it is.
            assertEquals(ports.get(0), Integer.toString(Isolation.port("http")));
            // As they were written into the configuration of Surefire.
            assertEquals(ports.get(0), System.getProperty("isolation.port.http"));
            assertEquals(ports.get(0), System.getProperty("server.port"));
            assertEquals(ports.get(0), System.getenv("HTTP_PORT"));
            assertEquals("service:jmx:rmi://127.0.0.1:" + ports.get(1) + "/", System.getProperty("console.url"));
            note(ports);
            awaitEverybody();
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }

    private static void note(List<String> ports) throws IOException {
        Files.createDirectories(NOTES);
        String name = System.getProperty("run") + "-" + Isolation.fork().slot();
        Path draft = Files.writeString(NOTES.resolve("." + name), String.join("\n", ports));
        Files.move(draft, NOTES.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitEverybody() {
        long deadline = System.nanoTime() + PATIENCE;
        while (count() < Integer.getInteger("forks")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(count() + " forks of " + System.getProperty("forks") + " listen");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static int count() {
        return NOTES.toFile().list((directory, name) -> !name.startsWith(".")).length;
    }
}
