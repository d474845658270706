package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Plain fields, one after the other, of whatever lengths: the reader finds each where the writer put it. */
class FieldsTest {
    @Property
    void everyKindOfFieldComesBack(
            @ForAll boolean flag,
            @ForAll int integer,
            @ForAll long number,
            @ForAll("texts") String text,
            @ForAll @Size(max = 20) List<@StringLength(max = 3) @AlphaChars String> texts)
            throws ProtocolException {
        byte[] frame = new Fields()
                .flag(flag)
                .optionalInteger(integer)
                .integer(integer)
                .optionalNumber(number)
                .number(number)
                .text(text)
                .texts(texts)
                .texts(Map.of(text, "value"))
                .constant(ReportKind.values(), ReportKind.SKIPPED)
                .trace(new Trace(text, null, "t"))
                .toByteArray();
        FieldReader in = new FieldReader(frame);
        assertEquals(flag, in.flag());
        assertEquals(integer, in.optionalInteger());
        assertEquals(integer, in.integer());
        assertEquals(number, in.optionalNumber());
        assertEquals(number, in.number());
        assertEquals(text, in.text());
        assertEquals(texts, in.texts());
        assertEquals(Map.of(text, "value"), in.textMap());
        assertEquals(ReportKind.SKIPPED, in.constant(ReportKind.values()));
        assertEquals(new Trace(text, null, "t"), in.trace());
        assertEquals("whole", in.end("whole"));
    }

    @Example
    void whatIsMissingIsNotEmpty() throws ProtocolException {
        byte[] frame = new Fields()
                .optionalInteger(null)
                .optionalNumber(null)
                .text(null)
                .text("")
                .trace(null)
                .toByteArray();
        FieldReader in = new FieldReader(frame);
        assertNull(in.optionalInteger());
        assertNull(in.optionalNumber());
        assertNull(in.optionalText());
        assertEquals("", in.optionalText());
        assertNull(in.trace());
        in.end("");
    }

    @Property(tries = 300)
    void aFrameGrowsToWhateverIsInIt(@ForAll @IntRange(max = 300) int before, @ForAll @IntRange(max = 2000) int length)
            throws ProtocolException {
        String first = "a".repeat(before);
        String second = "b".repeat(length);
        byte[] frame = new Fields().text(first).text(second).type(7).toByteArray();
        assertEquals(4 + before + 4 + length + 1, frame.length);
        FieldReader in = new FieldReader(frame);
        assertEquals(first, in.text());
        assertEquals(second, in.text());
        assertEquals(7, in.type());
    }

    /** What changes here changes every message: then the version of the protocol goes up. */
    @Example
    void theBytesAreThoseThatTheyAlwaysWere() {
        assertArrayEquals(
                new byte[] {9, 1, 0, 0, 0, 2, (byte) 0xc3, (byte) 0xa9, -1, -1, -1, -2, 0, 0, 0, 0, 0, 0, 1, 0},
                new Fields()
                        .type(9)
                        .flag(true)
                        .text("\u00e9")
                        .integer(-2)
                        .number(256)
                        .toByteArray());
    }

    @Example
    void aLengthIsLimitedByWhatIsThere() {
        for (int length : new int[] {-2, Integer.MIN_VALUE, 4, Integer.MAX_VALUE}) {
            byte[] frame = new Fields().integer(length).type(0).type(0).type(0).toByteArray();
            String message = "length " + length + " in a frame with 3 bytes left";
            assertEquals(message, refused(() -> new FieldReader(frame).optionalText()));
            assertEquals(message, refused(() -> new FieldReader(frame).texts()));
            assertEquals(message, refused(() -> new FieldReader(frame).textMap()));
        }
    }

    @Example
    void aNumberThatIsCutOffIsRefused() {
        byte[] frame = new byte[3];
        assertEquals(
                "the frame has 3 bytes left where 4 were expected", refused(() -> new FieldReader(frame).integer()));
        assertEquals(
                "the frame has 3 bytes left where 8 were expected", refused(() -> new FieldReader(frame).number()));
        assertEquals(
                "the frame has 0 bytes left where 1 were expected", refused(() -> new FieldReader(new byte[0]).type()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(200);
    }

    private interface Reading {
        Object read() throws ProtocolException;
    }

    private static String refused(Reading reading) {
        return assertThrows(ProtocolException.class, reading::read).getMessage();
    }
}
