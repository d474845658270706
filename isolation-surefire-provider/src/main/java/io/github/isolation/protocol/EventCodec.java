package io.github.isolation.protocol;

import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Bye;
import io.github.isolation.protocol.Event.Divisible;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.ExitCalled;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.GivenBack;
import io.github.isolation.protocol.Event.GoesOn;
import io.github.isolation.protocol.Event.Hello;
import io.github.isolation.protocol.Event.LeftBehind;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Members;
import io.github.isolation.protocol.Event.NeedsFreshWorker;
import io.github.isolation.protocol.Event.NextTest;
import io.github.isolation.protocol.Event.Ordered;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Pong;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Event.Retiring;
import io.github.isolation.protocol.Event.SharesPlans;
import io.github.isolation.protocol.Event.StopOnNextTest;
import io.github.isolation.protocol.Event.ThreadDump;
import io.github.isolation.protocol.Event.TimeLimited;
import io.github.isolation.protocol.Event.Undiscoverable;
import io.github.isolation.protocol.Event.Waited;
import java.util.ArrayList;
import java.util.List;

/** Events to frames and back. A frame it does not understand to the last byte is a {@link ProtocolException}. */
public final class EventCodec {
    private static final ReportKind[] KINDS = ReportKind.values();
    private static final LogLevel[] LEVELS = LogLevel.values();

    private EventCodec() {}

    /** The frame, without its length. */
    public static byte[] encode(Event event) {
        Fields out = new Fields();
        // Java 17 has no pattern switch yet; the list below is checked for completeness by EventCodecTest.
        if (event instanceof Reported e) {
            report(out.type(2).constant(KINDS, e.kind()), e.report());
        } else if (event instanceof Printed e) {
            out.type(3).text(e.text()).flag(e.stdout()).flag(e.newLine()).flag(e.rerun());
            out.optionalNumber(e.runId()).text(e.stack());
        } else if (event instanceof Began e) {
            out.type(10).text(e.id()).flag(e.container()).text(e.label());
        } else if (event instanceof Ended e) {
            out.type(11).text(e.id()).flag(e.settlesBelow());
        } else if (event instanceof Hello e) {
            out.type(1)
                    .integer(Protocol.MAGIC)
                    .integer(e.version())
                    .text(e.secret())
                    .number(e.pid());
        } else if (event instanceof Logged e) {
            out.type(4).constant(LEVELS, e.level()).text(e.message()).trace(e.trace());
        } else if (event instanceof NextTest e) {
            out.type(5).integer(e.heapPercent());
        } else if (event instanceof StopOnNextTest) {
            out.type(6);
        } else if (event instanceof ExitError e) {
            out.type(7).trace(e.trace());
        } else if (event instanceof Bye) {
            out.type(8);
        } else if (event instanceof Planned e) {
            out.type(9).integer(e.tests().size());
            e.tests().forEach(test -> planned(out, test));
        } else if (event instanceof Ordered e) {
            out.type(12).texts(e.classes());
        } else if (event instanceof ExitCalled e) {
            out.type(13).text(e.thread()).text(e.stack());
        } else if (event instanceof Retiring e) {
            out.type(14).text(e.why());
        } else if (event instanceof NeedsFreshWorker) {
            out.type(15);
        } else if (event instanceof ThreadDump e) {
            out.type(16).text(e.text());
        } else if (event instanceof TimeLimited e) {
            out.type(17).number(e.testMillis()).number(e.classMillis());
        } else if (event instanceof Undiscoverable e) {
            out.type(18).trace(e.cause()).flag(e.stop());
        } else if (event instanceof SharesPlans) {
            out.type(19);
        } else if (event instanceof GoesOn e) {
            out.type(20).text(e.className());
        } else if (event instanceof Pong) {
            out.type(21);
        } else if (event instanceof LeftBehind e) {
            out.type(22).text(e.className()).number(e.afterMillis()).flag(e.fails());
            out.integer(e.leftovers().size());
            e.leftovers().forEach(left -> out.text(left.what()).text(left.threadKind()));
        } else if (event instanceof Waited e) {
            out.type(23).text(e.what()).number(e.millis());
        } else if (event instanceof Divisible e) {
            out.type(24).text(e.id()).texts(e.templates());
        } else if (event instanceof GivenBack e) {
            out.type(25).number(e.request()).texts(e.members());
        } else if (event instanceof Ahead e) {
            out.type(26).text(e.test()).flag(e.more()).integer(e.invocations().size());
            e.invocations().forEach(one -> planned(out, one.test()).number(one.label()));
        } else if (event instanceof Members e) {
            out.type(27).text(e.className()).flag(e.whole()).texts(e.found()).texts(e.own());
        } else {
            throw new AssertionError(event);
        }
        return out.toByteArray();
    }

    /** The event in a frame. */
    public static Event decode(byte[] frame) throws ProtocolException {
        FieldReader in = new FieldReader(frame);
        int type = in.type();
        return in.end(
                switch (type) {
                    case 1 -> hello(in);
                    case 2 -> new Reported(in.constant(KINDS), report(in));
                    case 3 ->
                        new Printed(in.text(), in.flag(), in.flag(), in.flag(), in.optionalNumber(), in.optionalText());
                    case 4 -> new Logged(in.constant(LEVELS), in.optionalText(), in.trace());
                    case 5 -> new NextTest(in.integer());
                    case 6 -> new StopOnNextTest();
                    case 7 -> new ExitError(in.trace());
                    case 8 -> new Bye();
                    case 9 -> planned(in);
                    case 10 -> new Began(in.text(), in.flag(), in.optionalText());
                    case 11 -> new Ended(in.text(), in.flag());
                    case 12 -> new Ordered(in.texts());
                    case 13 -> new ExitCalled(in.text(), in.text());
                    case 14 -> new Retiring(in.text());
                    case 15 -> new NeedsFreshWorker();
                    case 16 -> new ThreadDump(in.text());
                    case 17 -> new TimeLimited(in.number(), in.number());
                    case 18 -> undiscoverable(in);
                    case 19 -> new SharesPlans();
                    case 20 -> new GoesOn(in.text());
                    case 21 -> new Pong();
                    case 22 -> leftBehind(in);
                    case 23 -> new Waited(in.text(), in.number());
                    case 24 -> new Divisible(in.text(), in.texts());
                    case 25 -> new GivenBack(in.number(), in.texts());
                    case 26 -> ahead(in);
                    case 27 -> new Members(in.text(), in.flag(), in.texts(), in.texts());
                    default -> throw new ProtocolException("event type " + type + " is unknown");
                });
    }

    private static LeftBehind leftBehind(FieldReader in) throws ProtocolException {
        String className = in.text();
        long afterMillis = in.number();
        boolean fails = in.flag();
        List<Leftover> leftovers = new ArrayList<>();
        for (int size = in.count(); size > 0; size--) {
            leftovers.add(new Leftover(in.text(), in.text()));
        }
        return new LeftBehind(className, afterMillis, leftovers, fails);
    }

    private static Hello hello(FieldReader in) throws ProtocolException {
        int magic = in.integer();
        if (magic != Protocol.MAGIC) {
            throw new ProtocolException("a worker begins with " + Integer.toHexString(Protocol.MAGIC) + ", not "
                    + Integer.toHexString(magic));
        }
        return new Hello(in.integer(), in.text(), in.number());
    }

    private static Undiscoverable undiscoverable(FieldReader in) throws ProtocolException {
        Trace cause = in.trace();
        if (cause == null) {
            throw new ProtocolException("a class that cannot be discovered has a cause");
        }
        return new Undiscoverable(cause, in.flag());
    }

    private static Planned planned(FieldReader in) throws ProtocolException {
        int size = in.count();
        List<PlannedTest> tests = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tests.add(plannedTest(in));
        }
        return new Planned(tests);
    }

    private static Ahead ahead(FieldReader in) throws ProtocolException {
        String test = in.text();
        boolean more = in.flag();
        List<UpcomingTest> invocations = new ArrayList<>();
        for (int size = in.count(); size > 0; size--) {
            invocations.add(new UpcomingTest(plannedTest(in), in.number()));
        }
        return new Ahead(test, invocations, more);
    }

    private static Fields planned(Fields out, PlannedTest test) {
        return out.text(test.id()).text(test.source()).text(test.name()).flag(test.container());
    }

    private static PlannedTest plannedTest(FieldReader in) throws ProtocolException {
        return new PlannedTest(in.text(), in.optionalText(), in.text(), in.flag());
    }

    private static void report(Fields out, TestReport report) {
        out.flag(report.rerun()).number(report.runId());
        out.text(report.source()).text(report.sourceText()).text(report.name()).text(report.nameText());
        out.text(report.message()).optionalInteger(report.elapsedMillis()).trace(report.trace());
        out.texts(report.systemProperties()).text(report.qualifiedSource()).text(report.id());
    }

    private static TestReport report(FieldReader in) throws ProtocolException {
        return new TestReport(
                in.flag(),
                in.number(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalInteger(),
                in.trace(),
                in.textMap(),
                in.optionalText(),
                in.optionalText());
    }
}
