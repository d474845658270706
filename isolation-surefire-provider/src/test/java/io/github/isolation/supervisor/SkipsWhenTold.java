package io.github.isolation.supervisor;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ReportKind;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A worker whose first class has one test, which it does not begin until it is told to skip it. */
final class SkipsWhenTold {
    private SkipsWhenTold() {}

    public static void main(String[] arguments) throws IOException {
        Endpoint server = Endpoint.parse(arguments[0]);
        try (SocketChannel channel = SocketChannel.open(server.address())) {
            Frames frames = new Frames(channel, channel);
            NeverEnds.say(frames, 1, new Event.Hello(Protocol.VERSION, server.secret(), 1));
            NeverEnds.say(frames, 2, new Event.NextTest(-1));
            String name = "";
            for (byte[] frame = frames.read(); frame != null; frame = frames.read()) {
                Command command = CommandCodec.decode(Numbered.message(frame));
                if (command instanceof Command.RunClass run) {
                    name = run.className();
                    NeverEnds.say(frames, 3, NeverEnds.report(ReportKind.SET_STARTING, name, null));
                } else if (command instanceof Command.SkipRest) {
                    NeverEnds.say(frames, 4, NeverEnds.report(ReportKind.SKIPPED, name, "waits"));
                    NeverEnds.say(frames, 5, NeverEnds.report(ReportKind.SET_COMPLETED, name, null));
                    NeverEnds.say(frames, 6, new Event.NextTest(-1));
                } else if (command instanceof Command.EndOfTests) {
                    NeverEnds.say(frames, 7, new Event.Bye());
                } else if (command instanceof Command.ByeAck) {
                    return;
                }
            }
        }
    }
}
