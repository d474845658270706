package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every kind of event has a frame of its own, and no frame is two of them. */
class EventCodecTest {
    private static final int KINDS = Event.class.getPermittedSubclasses().length;
    private static final Trace TRACE = new Trace("m", "s", "t");
    private static final TestReport REPORT =
            new TestReport(false, 1, "a.A", "A", "t", "T", "m", 5, TRACE, Map.of("k", "v"), "a.A", "[engine:e]");

    /** One of each, in the order of their types. */
    private static final List<Event> ONE_OF_EACH = List.of(
            new Event.Hello(Protocol.VERSION, "secret", 42),
            new Event.Reported(ReportKind.FAILED, REPORT),
            new Event.Printed("text", true, false, true, 7L, "stack"),
            new Event.Logged(LogLevel.WARNING, "message", TRACE),
            new Event.NextTest(80),
            new Event.StopOnNextTest(),
            new Event.ExitError(TRACE),
            new Event.Bye(),
            new Event.Planned(List.of(new PlannedTest("id", "a.A", "t", true))),
            new Event.Began("id", false, "label"),
            new Event.Ended("id", true),
            new Event.Ordered(List.of("a.A", "a.B")),
            new Event.ExitCalled("main", "stack"),
            new Event.Retiring("after a failure"),
            new Event.NeedsFreshWorker(),
            new Event.ThreadDump("dump"),
            new Event.TimeLimited(-1, 300_000),
            new Event.Undiscoverable(TRACE, true),
            new Event.SharesPlans(),
            new Event.GoesOn("a.B"),
            new Event.Pong(),
            new Event.LeftBehind("a.A", 500, List.of(new Leftover("thread 5", "pool")), true),
            new Event.Waited("the lock 'db' to write", 30),
            new Event.Divisible("[class:a.B]", List.of("[template:t]")),
            new Event.GivenBack(7, List.of("[method:m()]")),
            new Event.Ahead(
                    "t",
                    List.of(new UpcomingTest(new PlannedTest("t/[invocation:#1]", "a.B", "t[1]", false), 5)),
                    true),
            new Event.Members("a.B", true, List.of("method:m()", "method:n()"), List.of("method:m()")));

    @Example
    void thereIsOneOfEach() {
        Set<Class<?>> kinds = new HashSet<>();
        ONE_OF_EACH.forEach(event -> kinds.add(event.getClass()));
        assertEquals(Set.of(Event.class.getPermittedSubclasses()), kinds);
    }

    @Example
    void eachHasItsTypeAndComesBack() throws ProtocolException {
        for (int i = 0; i < KINDS; i++) {
            byte[] frame = EventCodec.encode(ONE_OF_EACH.get(i));
            assertEquals(i + 1, frame[0], ONE_OF_EACH.get(i).toString());
            assertEquals(ONE_OF_EACH.get(i), EventCodec.decode(frame));
        }
    }

    @Example
    void everyOtherTypeIsUnknownByItsNumber() {
        for (int type = Byte.MIN_VALUE; type <= Byte.MAX_VALUE; type++) {
            if (type < 1 || type > KINDS) {
                byte[] frame = {(byte) type};
                ProtocolException refused = assertThrows(ProtocolException.class, () -> EventCodec.decode(frame));
                assertEquals("event type " + type + " is unknown", refused.getMessage());
            }
        }
    }

    @Property
    void aFrameOfOneKindIsNotTakenForAnother(
            @ForAll("events") Event event, @ForAll @IntRange(min = 1, max = 23) int type) {
        byte[] frame = EventCodec.encode(event);
        if (frame[0] != type) {
            frame[0] = (byte) type;
            try {
                assertEquals(type, EventCodec.encode(EventCodec.decode(frame))[0]);
            } catch (ProtocolException expected) {
                assertTrue(!expected.getMessage().isEmpty());
            }
        }
    }

    @Property
    void oneByteThatIsAnotherIsReadOrRefusedAndNeverThrowsAnythingElse(
            @ForAll("events") Event event, @ForAll @IntRange(max = 2000) int place, @ForAll byte other) {
        byte[] frame = EventCodec.encode(event);
        frame[place % frame.length] = other;
        try {
            Event read = EventCodec.decode(frame);
            assertEquals(read, EventCodec.decode(EventCodec.encode(read)));
        } catch (ProtocolException expected) {
            assertTrue(!expected.getMessage().isEmpty());
        }
    }

    /** A count that cannot be is refused, and not taken for none: what it counts would be lost without a word. */
    @Example
    void aNegativeCountIsRefused() {
        byte[] planned = EventCodec.encode(new Event.Planned(List.of()));
        byte[] leftBehind = EventCodec.encode(new Event.LeftBehind("a.A", 1, List.of(), false));
        byte[] ordered = EventCodec.encode(new Event.Ordered(List.of()));
        for (byte[] frame : List.of(planned, leftBehind, ordered)) {
            Arrays.fill(frame, frame.length - 4, frame.length, (byte) 0xff);
            ProtocolException refused =
                    assertThrows(ProtocolException.class, () -> EventCodec.decode(frame), "type " + frame[0]);
            assertEquals("length -1 in a frame with 0 bytes left", refused.getMessage());
        }
    }

    @Example
    void aCountThatNoFrameHasRoomForIsRefusedBeforeAnythingIsMade() {
        byte[] planned = EventCodec.encode(new Event.Planned(List.of()));
        byte[] leftBehind = EventCodec.encode(new Event.LeftBehind("a.A", 1, List.of(), false));
        for (byte[] frame : List.of(planned, leftBehind)) {
            frame[frame.length - 4] = 0x7f;
            ProtocolException refused = assertThrows(ProtocolException.class, () -> EventCodec.decode(frame));
            assertTrue(refused.getMessage().contains("length 2130706432 "), refused.getMessage());
        }
    }

    @Example
    void constantsFlagsAndTextsThatAreNoneAreRefused() {
        byte[] kind = EventCodec.encode(new Event.Reported(ReportKind.ABORTED, REPORT));
        kind[1]++;
        assertRefused("constant 8 of ReportKind is unknown", kind);
        byte[] level = EventCodec.encode(new Event.Logged(LogLevel.DEBUG, null, null));
        level[1]--;
        assertRefused("constant -1 of LogLevel is unknown", level);
        byte[] flag = EventCodec.encode(new Event.Ended("", true));
        flag[flag.length - 1] = 2;
        assertRefused("a flag is 0 or 1, not 2", flag);
        assertRefused(
                "a text is missing where one is required",
                new Fields().type(20).text(null).toByteArray());
        assertRefused(
                "a class that cannot be discovered has a cause",
                new Fields().type(18).trace(null).flag(false).toByteArray());
    }

    @Provide
    Arbitrary<Event> events() {
        return Messages.events();
    }

    private static void assertRefused(String message, byte[] frame) {
        ProtocolException refused = assertThrows(ProtocolException.class, () -> EventCodec.decode(frame));
        assertEquals(message, refused.getMessage());
    }
}
