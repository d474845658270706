package audited;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class RDatagramTest {
    static final int PORT = 19_474;

    @Test
    void binds() throws IOException {
        new DatagramSocket(PORT, InetAddress.getLoopbackAddress()).close(); // here
    }
}
