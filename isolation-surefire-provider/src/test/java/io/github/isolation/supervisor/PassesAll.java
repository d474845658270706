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

/** A worker each of whose classes has one test, which passes; it leaves when there is none left. */
final class PassesAll {
    private PassesAll() {}

    public static void main(String[] arguments) throws IOException {
        Endpoint server = Endpoint.parse(arguments[0]);
        try (SocketChannel channel = SocketChannel.open(server.address())) {
            Frames frames = new Frames(channel, channel);
            int said = 0;
            NeverEnds.say(frames, ++said, new Event.Hello(Protocol.VERSION, server.secret(), 1));
            NeverEnds.say(frames, ++said, new Event.NextTest(-1));
            for (byte[] frame = frames.read(); frame != null; frame = frames.read()) {
                Command command = CommandCodec.decode(Numbered.message(frame));
                if (command instanceof Command.RunClass run) {
                    String name = run.className();
                    NeverEnds.say(frames, ++said, NeverEnds.report(ReportKind.SET_STARTING, name, null));
                    NeverEnds.say(frames, ++said, NeverEnds.report(ReportKind.STARTING, name, "passes"));
                    NeverEnds.say(frames, ++said, NeverEnds.report(ReportKind.SUCCEEDED, name, "passes"));
                    NeverEnds.say(frames, ++said, NeverEnds.report(ReportKind.SET_COMPLETED, name, null));
                    NeverEnds.say(frames, ++said, new Event.NextTest(-1));
                } else if (command instanceof Command.EndOfTests) {
                    NeverEnds.say(frames, ++said, new Event.Bye());
                } else if (command instanceof Command.ByeAck) {
                    return;
                }
            }
        }
    }
}
