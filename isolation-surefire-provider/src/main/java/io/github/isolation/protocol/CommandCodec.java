package io.github.isolation.protocol;

import io.github.isolation.protocol.Command.ByeAck;
import io.github.isolation.protocol.Command.DumpThreads;
import io.github.isolation.protocol.Command.EndOfTests;
import io.github.isolation.protocol.Command.GiveBack;
import io.github.isolation.protocol.Command.LookAhead;
import io.github.isolation.protocol.Command.Narrow;
import io.github.isolation.protocol.Command.Offer;
import io.github.isolation.protocol.Command.OnlyPart;
import io.github.isolation.protocol.Command.Ping;
import io.github.isolation.protocol.Command.RetireAck;
import io.github.isolation.protocol.Command.RunClass;
import io.github.isolation.protocol.Command.ShowStack;
import io.github.isolation.protocol.Command.Shutdown;
import io.github.isolation.protocol.Command.SkipRest;
import java.util.LinkedHashSet;

/** Commands to frames and back. */
public final class CommandCodec {
    private CommandCodec() {}

    /** The frame, without its length. */
    public static byte[] encode(Command command) {
        Fields out = new Fields();
        if (command instanceof RunClass c) {
            out.type(1).text(c.className()).integer(c.attempt());
        } else if (command instanceof EndOfTests) {
            out.type(2);
        } else if (command instanceof SkipRest) {
            out.type(3);
        } else if (command instanceof Shutdown c) {
            out.type(4).text(c.kind());
        } else if (command instanceof Ping) {
            out.type(5);
        } else if (command instanceof ByeAck) {
            out.type(6);
        } else if (command instanceof RetireAck) {
            out.type(7);
        } else if (command instanceof DumpThreads) {
            out.type(8);
        } else if (command instanceof Narrow c) {
            out.type(9).texts(c.finalIds()).texts(c.onlyIds());
        } else if (command instanceof Offer c) {
            out.type(10).texts(c.classNames());
        } else if (command instanceof ShowStack c) {
            out.type(11).text(c.id()).text(c.source()).text(c.name());
        } else if (command instanceof GiveBack c) {
            out.type(12).number(c.request()).texts(c.members());
        } else if (command instanceof LookAhead c) {
            out.type(13).text(c.test());
        } else if (command instanceof OnlyPart c) {
            out.type(14).integer(c.part()).integer(c.of()).texts(c.members());
        } else {
            throw new AssertionError(command);
        }
        return out.toByteArray();
    }

    /** The command in a frame. */
    public static Command decode(byte[] frame) throws ProtocolException {
        FieldReader in = new FieldReader(frame);
        int type = in.type();
        return in.end(
                switch (type) {
                    case 1 -> new RunClass(in.text(), in.integer());
                    case 2 -> new EndOfTests();
                    case 3 -> new SkipRest();
                    case 4 -> new Shutdown(in.text());
                    case 5 -> new Ping();
                    case 6 -> new ByeAck();
                    case 7 -> new RetireAck();
                    case 8 -> new DumpThreads();
                    case 9 -> new Narrow(new LinkedHashSet<>(in.texts()), new LinkedHashSet<>(in.texts()));
                    case 10 -> new Offer(in.texts());
                    case 11 -> new ShowStack(in.text(), in.text(), in.text());
                    case 12 -> new GiveBack(in.number(), in.texts());
                    case 13 -> new LookAhead(in.text());
                    case 14 -> new OnlyPart(in.integer(), in.integer(), in.texts());
                    default -> throw new ProtocolException("command type " + type + " is unknown");
                });
    }
}
