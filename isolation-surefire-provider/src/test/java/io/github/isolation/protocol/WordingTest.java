package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is left of text when it leaves us. */
class WordingTest {
    private static final Pattern XML =
            Pattern.compile("[\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]*");
    private static final Pattern XML_OR_CONTROL =
            Pattern.compile("[\\x00-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]*");
    private static final Pattern UNSEEN = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]");

    @Property(tries = 10_000)
    void whatWeSayIsXmlAndHasNothingUnseen(@ForAll("texts") String text) {
        String shown = Wording.shown(text);
        assertTrue(XML.matcher(shown).matches(), shown);
        assertTrue(!UNSEEN.matcher(shown).find(), shown);
        assertEquals(shown, Wording.shown(shown));
        String coloured = Wording.onConsole(text);
        assertEquals(shown, Wording.shown(coloured), "colours apart, it is the same");
    }

    @Property(tries = 10_000)
    void whatTestsSayIsAsLongAsItWas(@ForAll("texts") String text) {
        String legal = Wording.inXml(text);
        assertTrue(XML_OR_CONTROL.matcher(legal).matches(), legal);
        assertEquals(text.length(), legal.length());
    }

    @Example
    void ordinaryTextIsNotTouched() {
        String text = "Größe 中 \ud83d\ude00\n\tline\r\n";
        assertEquals(text, Wording.shown(text));
        assertSame(text, Wording.inXml(text));
        assertEquals("\u001b[1;31mred\u001b[m \\u0007", Wording.onConsole("\u001b[1;31mred\u001b[m \u0007"));
        assertEquals("\\u001b[31m\\u0000\\ud83d\\uffff\\u000d.", Wording.shown("\u001b[31m\u0000\ud83d\uffff\r."));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars(
                                '\u001b', '[', '3', 'm', ';', '\r', '\n', '\ud83d', '\ude00', '\ufffe', '\uffff',
                                '\u0000', 'x')
                        .ofMaxLength(30));
    }
}
