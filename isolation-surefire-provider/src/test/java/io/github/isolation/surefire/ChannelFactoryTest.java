package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.OnceMore;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Hello;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Numbered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Surefire's booter gets in a worker. In a class loader of its own, since this JVM is a worker already. */
class ChannelFactoryTest {
    private ServerSocketChannel server;
    private MasterProcessChannelProcessorFactory factory;

    @BeforeEach
    void open() throws Exception {
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        factory = (MasterProcessChannelProcessorFactory) new OnceMore()
                .loadClass(ChannelFactory.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void itTakesWhateverChannelThereIs() {
        assertTrue(factory.canUse("pipe://1"));
        assertTrue(factory.canUse("isolation:unix:secret::path"));
    }

    @Test
    void ofAWorkerTheBooterTalksToTheSupervisor() throws Exception {
        factory.connect(new Endpoint(server.getLocalAddress(), "secret", null).toConnectionString());
        MasterProcessChannelEncoder encoder = factory.createEncoder(null);
        MasterProcessChannelDecoder decoder = factory.createDecoder(null);
        try (SocketChannel peer = server.accept()) {
            Frames frames = new Frames(peer, peer);
            assertEquals("secret", ((Hello) hear(frames)).secret());
            encoder.consoleInfoLog("hello");
            assertEquals(new Logged(LogLevel.INFO, "hello", null), hear(frames));
            encoder.bye();
            assertEquals(new Event.Bye(), hear(frames));
            decoder.close();
            factory.close();
            assertNull(frames.read());
        }
    }

    @Test
    void beforeItHasConnectedThereIsNothingToTalkThrough() {
        assertThrows(IllegalStateException.class, () -> factory.createEncoder(null));
        assertThrows(IllegalStateException.class, () -> factory.createDecoder(null));
    }

    @Test
    void whoNeverConnectedHasNothingToClose() throws IOException {
        factory.close();
        assertTrue(server.isOpen());
    }

    private static Event hear(Frames frames) throws IOException {
        return EventCodec.decode(Numbered.message(frames.read()));
    }
}
