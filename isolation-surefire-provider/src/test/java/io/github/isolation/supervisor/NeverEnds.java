package io.github.isolation.supervisor;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** A worker whose first class has a test that does not end before its supervisor does. */
final class NeverEnds {
    private NeverEnds() {}

    public static void main(String[] arguments) throws IOException {
        Endpoint server = Endpoint.parse(arguments[0]);
        try (SocketChannel channel = SocketChannel.open(server.address())) {
            Frames frames = new Frames(channel, channel);
            say(frames, 1, new Event.Hello(Protocol.VERSION, server.secret(), 1));
            say(frames, 2, new Event.NextTest(1));
            for (byte[] frame = frames.read(); frame != null; frame = frames.read()) {
                if (CommandCodec.decode(Numbered.message(frame)) instanceof Command.RunClass run) {
                    say(frames, 3, report(ReportKind.SET_STARTING, run.className(), null));
                    say(frames, 4, report(ReportKind.STARTING, run.className(), "sits"));
                }
            }
        }
    }

    static Event report(ReportKind kind, String source, String name) {
        return new Reported(
                kind, new TestReport(false, 1, source, null, name, null, null, 1, null, Map.of(), null, null));
    }

    static void say(Frames frames, long number, Event event) throws IOException {
        frames.write(Numbered.frame(number, EventCodec.encode(event)));
    }
}
