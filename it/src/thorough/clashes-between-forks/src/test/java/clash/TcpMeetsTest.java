package clash;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class TcpMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.SHORT.beforeItMeets();
        new ServerSocket(TcpHoldsTest.PORT, 1, InetAddress.getLoopbackAddress()).close(); // here
        Moments.SHORT.afterItMet();
    }
}
