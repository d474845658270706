package audited;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does all that the others do, and shares nothing with anybody, or puts it back. */
class NCleanTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void set() {
        System.setProperty("clean", "not yet");
        Locale.setDefault(Locale.ITALY);
        Registry.NAMES.add("soon gone");
    }

    @AfterEach
    void restore() {
        System.clearProperty("clean");
        Locale.setDefault(before);
        Registry.NAMES.remove("soon gone");
    }

    @RepeatedTest(3)
    void files(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a"), "a");
        Files.writeString(Isolation.fork().directory().resolve("shared.txt"), "b");
        Files.writeString(Path.of("target/only-here.txt"), "c");
        Files.delete(Path.of("target/only-here.txt"));
        Files.readString(Path.of("pom.xml"));
    }

    @Test
    void ports() throws IOException {
        for (int port : new int[] {0, Isolation.port("clean")}) {
            try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
                assertTrue(client.isConnected());
            }
        }
    }
}
