package clash;

import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class UdpHoldsTest {
    static final int PORT = 19_482;

    @Test
    void holds() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getLoopbackAddress())) { // here
            Moments.SHORT.holds();
        }
    }
}
