package io.github.isolation.supervisor;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.Trace;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A worker that logs an error in the class ATest, whose only test passes, and goes on with no other. */
final class EndsItsFirst {
    private EndsItsFirst() {}

    public static void main(String[] arguments) throws IOException {
        Endpoint server = Endpoint.parse(arguments[0]);
        try (SocketChannel channel = SocketChannel.open(server.address())) {
            Frames frames = new Frames(channel, channel);
            NeverEnds.say(frames, 1, new Event.Hello(Protocol.VERSION, server.secret(), 1));
            NeverEnds.say(frames, 2, new Event.NextTest(1));
            for (byte[] frame = frames.read(); frame != null; frame = frames.read()) {
                if (CommandCodec.decode(Numbered.message(frame)) instanceof Command.RunClass run
                        && run.className().equals("a.ATest")) {
                    String name = run.className();
                    NeverEnds.say(frames, 3, NeverEnds.report(ReportKind.SET_STARTING, name, null));
                    NeverEnds.say(frames, 4, new Logged(LogLevel.ERROR, "x", new Trace("x", null, "x")));
                    NeverEnds.say(frames, 5, NeverEnds.report(ReportKind.STARTING, name, "passes"));
                    NeverEnds.say(frames, 6, NeverEnds.report(ReportKind.SUCCEEDED, name, "passes"));
                    NeverEnds.say(frames, 7, NeverEnds.report(ReportKind.SET_COMPLETED, name, null));
                    NeverEnds.say(frames, 8, new Event.NextTest(1));
                }
            }
        }
    }
}
