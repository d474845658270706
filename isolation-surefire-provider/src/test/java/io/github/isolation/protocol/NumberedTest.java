package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A message has its place in front of it, and is otherwise what it was. */
class NumberedTest {
    @Property
    void numberAndMessageComeBack(@ForAll long number, @ForAll byte[] message) throws ProtocolException {
        byte[] frame = Numbered.frame(number, message);
        assertEquals(Long.BYTES + message.length, frame.length);
        assertEquals(number, Numbered.number(frame));
        assertArrayEquals(message, Numbered.message(frame));
    }

    @Example
    void aFrameThatIsTooShortForANumberIsRefused() {
        for (int length = 0; length < Long.BYTES; length++) {
            byte[] frame = new byte[length];
            assertEquals(
                    "a frame of " + length + " bytes has no number",
                    assertThrows(ProtocolException.class, () -> Numbered.number(frame))
                            .getMessage());
        }
    }
}
