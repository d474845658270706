package clash;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class TcpHoldsTest {
    static final int PORT = 19_481;

    @Test
    void holds() throws Exception {
        try (ServerSocket server = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) { // here
            Moments.SHORT.holds();
        }
    }
}
