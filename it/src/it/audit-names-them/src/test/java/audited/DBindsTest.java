package audited;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Has the port for half a second: long enough to be met by one that begins at the same time. */
class DBindsTest {
    static final int PORT = 19_473;

    @Test
    void binds() throws Exception {
        try (ServerSocket server = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) { // here
            Thread.sleep(500);
        }
    }
}
