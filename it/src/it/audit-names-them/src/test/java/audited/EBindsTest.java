package audited;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EBindsTest {
    /** Again and again for half a second, so that it meets whoever has the port then. */
    @BeforeAll
    static void serve() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), DBindsTest.PORT)); // here
            }
            Thread.sleep(10);
        }
    }

    @Test
    void asks() {}
}
