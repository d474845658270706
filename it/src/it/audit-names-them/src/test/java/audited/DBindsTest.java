package audited;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DBindsTest {
    static final int PORT = 19_473;

    @Test
    void binds() throws IOException {
        new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress()).close(); // here
    }
}
