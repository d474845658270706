package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
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

    @Property
    void anyPathAndPortComesBack(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 60) String name,
            @ForAll @IntRange(max = 65_535) int port,
            @ForAll boolean withJournal)
            throws ProtocolException {
        Path journal = withJournal ? Path.of("/j/" + name) : null;
        for (SocketAddress address : List.of(
                UnixDomainSocketAddress.of("/s/" + name),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            Endpoint endpoint = new Endpoint(address, Secret.create(), journal);
            String text = endpoint.toConnectionString();
            assertTrue(Endpoint.isOurs(text), text);
            assertEquals(endpoint, Endpoint.parse(text));
        }
    }

    /** Whoever reads the message may have started the JVM by hand; and it must not show the secret. */
    @Test
    void whatIsNoneIsRefusedWithoutTheSecret() {
        for (String text : List.of(
                "",
                "pipe://1",
                "isolation:",
                "isolation:tcp:",
                "isolation:unix:s3cret",
                "isolation:tcp:s3cret:4711",
                "isolation:tcp:s3cret::4711:1",
                "isolation:tcp:s3cret::http",
                "isolation:tcp:s3cret::65536",
                "isolation:tcp:s3cret::-1",
                "isolation:tcp:s3cret:%:4711",
                "isolation:unix:s3cret:%zz:%2Fs",
                "isolation:unix:s3cret::%",
                "isolation:unix:s3cret:%00:%2Fs")) {
            ProtocolException refused = assertThrows(ProtocolException.class, () -> Endpoint.parse(text), text);
            assertEquals(
                    "not a connection string of this supervisor: secret, journal and address", refused.getMessage());
        }
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
