package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes in comes out; anything else is refused, at whatever byte it goes wrong. */
class CodecTest {
    @Property
    void everyEventComesBackAsItWas(@ForAll("events") Event event) throws ProtocolException {
        assertEquals(event, EventCodec.decode(EventCodec.encode(event)));
    }

    @Property
    void everyCommandComesBackAsItWas(@ForAll("commands") Command command) throws ProtocolException {
        assertEquals(command, CommandCodec.decode(CommandCodec.encode(command)));
    }

    @Property(tries = 200)
    void anEventCutShortAnywhereIsRefused(@ForAll("events") Event event) {
        byte[] whole = EventCodec.encode(event);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(ProtocolException.class, () -> EventCodec.decode(cut), "cut to " + cut.length);
        }
    }

    @Property(tries = 200)
    void aByteTooManyIsRefused(@ForAll("events") Event event) {
        byte[] whole = EventCodec.encode(event);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        ProtocolException refused = assertThrows(ProtocolException.class, () -> EventCodec.decode(longer));
        assertTrue(refused.getMessage().contains("1 bytes too many"), refused.getMessage());
    }

    @Property
    void arbitraryBytesNeverDoMoreThanBeRefused(@ForAll byte[] noise) {
        try {
            EventCodec.encode(EventCodec.decode(noise));
        } catch (ProtocolException expected) {
            assertTrue(expected.getMessage() != null);
        }
    }

    @Example
    void anUnknownTypeIsRefusedByItsNumber() {
        byte[] frame = {99};
        assertTrue(assertThrows(ProtocolException.class, () -> EventCodec.decode(frame))
                .getMessage()
                .contains("99"));
        assertTrue(assertThrows(ProtocolException.class, () -> CommandCodec.decode(frame))
                .getMessage()
                .contains("99"));
    }

    @Example
    void aGreetingWithoutTheMagicIsRefused() {
        byte[] hello = EventCodec.encode(new Event.Hello(Protocol.VERSION, "s", 1));
        hello[1] ^= 1;
        assertTrue(assertThrows(ProtocolException.class, () -> EventCodec.decode(hello))
                .getMessage()
                .contains("69736f6c"));
    }

    @Provide
    Arbitrary<Event> events() {
        return Messages.events();
    }

    @Provide
    Arbitrary<Command> commands() {
        return Messages.commands();
    }
}
