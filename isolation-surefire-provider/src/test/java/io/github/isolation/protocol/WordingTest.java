package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

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

    /** Character by character, without a look at what is around but for the two of a line break. */
    @Property
    void eachCharacterIsShownOrSpelt(@ForAll("texts") String text) {
        StringBuilder expected = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            String one = new String(characters, i, 1);
            boolean breaksLine = c == '\r' && i + 1 < characters.length && characters[i + 1] == '\n';
            boolean none = (c >= 0xd800 && c < 0xe000) || c == 0xfffe || c == 0xffff;
            boolean plain = breaksLine || !(none || UNSEEN.matcher(one).find() || c == '\r');
            expected.append(plain ? one : "\\u%04x".formatted(c));
        }
        assertEquals(expected.toString(), Wording.shown(text));
    }

    @Property
    void onlyWhatIsNoneIsAnotherInXml(@ForAll("texts") String text) {
        String legal = Wording.inXml(text);
        assertEquals(legal, Wording.inXml(legal));
        int[] before = text.codePoints().toArray();
        int[] after = legal.codePoints().toArray();
        assertEquals(before.length, after.length);
        for (int i = 0; i < before.length; i++) {
            boolean none = (before[i] >= 0xd800 && before[i] < 0xe000) || before[i] == 0xfffe || before[i] == 0xffff;
            assertEquals(none ? 0xfffd : before[i], after[i]);
        }
    }

    @Property
    void coloursStayOnTheConsole(@ForAll("texts") String before, @ForAll @IntRange(max = 107) int colour) {
        String red = "\u001b[1;" + colour + "m";
        String plain = before.replace("\u001b", "");
        // What comes before may end in the first half of something.
        String shown = Wording.onConsole("." + plain + "." + red + "word\u001b[m");
        assertEquals("." + Wording.shown(plain + ".") + red + "word\u001b[m", shown);
    }

    @Example
    void whatMovesTheCursorIsNoColour() {
        for (String sequence : List.of("[2J", "[1A", "]0;title\u0007", "[31", "c", "[3 m", "[?25l")) {
            String shown = Wording.onConsole("a\u001b" + sequence);
            assertTrue(shown.startsWith("a\\u001b"), shown);
            assertTrue(!UNSEEN.matcher(shown).find(), shown);
        }
        assertSame("plain", Wording.onConsole("plain"));
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
