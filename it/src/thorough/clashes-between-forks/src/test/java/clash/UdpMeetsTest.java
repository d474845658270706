package clash;

import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class UdpMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.SHORT.beforeItMeets();
        new DatagramSocket(UdpHoldsTest.PORT, InetAddress.getLoopbackAddress()).close(); // here
        Moments.SHORT.afterItMet();
    }
}
