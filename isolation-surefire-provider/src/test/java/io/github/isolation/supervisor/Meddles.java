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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A worker each of whose classes has one test. {@code Reads} fails if {@code Sets} was there before it; {@code Dies} ends its JVM;
 * {@code Sits} does not end; {@code Meets1} and {@code Meets2} pass if both run at the same time, and wait for one another. {@code Served} passes if there is a
 * file {@code starts}.
 */
final class Meddles {
    private Meddles() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Endpoint server = Endpoint.parse(arguments[0]);
        Path directory = Path.of(arguments[1]);
        Set<String> before = new HashSet<>();
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
                    NeverEnds.say(frames, ++said, NeverEnds.report(ReportKind.STARTING, name, "test"));
                    if (name.equals("Sits")) {
                        continue;
                    }
                    boolean passes = run(name, directory, before);
                    before.add(name);
                    ReportKind kind = passes ? ReportKind.SUCCEEDED : ReportKind.FAILED;
                    NeverEnds.say(frames, ++said, NeverEnds.report(kind, name, "test"));
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

    private static boolean run(String name, Path directory, Set<String> before)
            throws IOException, InterruptedException {
        if (name.equals("Dies")) {
            Runtime.getRuntime().halt(3);
        }
        if (name.startsWith("Meets")) {
            Files.createFile(directory.resolve(name));
            Path other = directory.resolve(name.equals("Meets1") ? "Meets2" : "Meets1");
            while (!Files.exists(other)) {
                Thread.sleep(1);
            }
        }
        if (name.equals("Served")) {
            return Files.exists(directory.resolve("starts"));
        }
        return !(name.equals("Reads") && before.contains("Sets"));
    }
}
