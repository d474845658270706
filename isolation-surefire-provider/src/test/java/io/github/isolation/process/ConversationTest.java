package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Numbered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker says may be more than the supervisor can take; that is the end of one worker, and of nobody else. */
final class ConversationTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void whatCannotBeTakenEndsOneConversationAndIsSaid() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Frames writer = new Frames(Channels.newChannel(System.in), Channels.newChannel(wire));
        writer.write(Numbered.frame(2, EventCodec.encode(new Event.NextTest(1))));
        var said = Channels.newChannel(new ByteArrayInputStream(wire.toByteArray()));
        try (SocketChannel socket = SocketChannel.open()) {
            new Worker(1, new HasNoMemory())
                    .converse(
                            new Frames(said, Channels.newChannel(new ByteArrayOutputStream())),
                            new WorkerSource(socket),
                            new Event.Hello(1, "", 1));
        }
        assertEquals(
                List.of(
                        "Hello",
                        "garbled: the supervisor could not take what it said: java.lang.OutOfMemoryError: as if",
                        "ended"),
                heard);
    }

    private final class HasNoMemory implements WorkerObserver {
        @Override
        public void heard(int serial, List<Said> events, int bytes) {
            if (!(events.get(0).event() instanceof Event.Hello)) {
                throw new OutOfMemoryError("as if");
            }
            heard.add("Hello");
        }

        @Override
        public void garbled(int serial, String message) {
            heard.add("garbled: " + message);
        }

        @Override
        public void channelEnded(int serial) {
            heard.add("ended");
        }

        @Override
        public void line(int serial, String line, boolean stdout) {}

        @Override
        public void exited(int serial, int status) {}

        @Override
        public void failed(Throwable thrown) {
            heard.add("failed");
        }

        @Override
        public void warning(String message) {}
    }
}
