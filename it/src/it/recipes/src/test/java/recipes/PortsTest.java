package recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A server of the fork's own. */
class PortsTest {
    @Test
    void theServerListensWhereNobodyElseDoes() throws IOException {
        int port = Isolation.port("http");
        try (ServerSocket server = new ServerSocket(port)) {
            assertEquals("http://127.0.0.1:" + server.getLocalPort() + "/", System.getProperty("server.url"));
        }
    }
}
