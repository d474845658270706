package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The one string by which a JVM learns that it is a worker, and of whom. */
class EndpointTest {
    @Test
    void bothKindsOfAddressComeBackAsTheyWere() throws ProtocolException {
        Path journal = Path.of("/a dir/with: colon/j");
        Endpoint unix = new Endpoint(UnixDomainSocketAddress.of("/a dir/with: colon/s"), Secret.create(), journal);
        Endpoint tcp =
                new Endpoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711), Secret.create(), null);
        assertEquals(unix, Endpoint.parse(unix.toConnectionString()));
        assertEquals(tcp, Endpoint.parse(tcp.toConnectionString()));
    }

    @Test
    void aForkOfSurefireIsNotTakenForAWorker() {
        assertFalse(Endpoint.isOurs("pipe://1"));
        assertFalse(Endpoint.isOurs("tcp://127.0.0.1:4711?sessionId=1"));
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        String one = Secret.create();
        assertEquals(32, one.length());
        assertNotEquals(one, Secret.create());
        assertTrue(Secret.matches(one, one));
        assertFalse(Secret.matches(one, one.substring(1)));
    }
}
