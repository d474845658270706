package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users may write, and what they are told of the rest. */
class FormsTest {
    @Test
    void wordsAreReadAsWhatTheyStandFor() {
        assertEquals(
                VerifyPolicy.AFTER_RUN, KnownSettings.VERIFY_FIXTURES.form().parse("afterRun"));
        assertEquals(ReseedPolicy.EVERY_CLASS, KnownSettings.RESEED.form().parse("everyClass"));
        assertEquals(
                "`onReplace`, `everyClass`, `never`",
                KnownSettings.RESEED.form().values());
        assertEquals(
                "'always' is none of onReplace, everyClass, never", refusal(KnownSettings.RESEED.form(), "always"));
    }

    @Test
    void aFlagIsTrueOrFalseInAnyLetters() {
        assertEquals(true, new Forms.Flag().parse("TRUE"));
        assertEquals(false, new Forms.Flag().parse("false"));
        assertEquals("'yes' is neither true nor false", refusal(new Forms.Flag(), "yes"));
    }

    @Test
    void numbers() {
        assertEquals(0, new Forms.Count().parse("0"));
        assertEquals("'-1' is not a number; write 0 or more", refusal(new Forms.Count(), "-1"));
        assertEquals(80, new Forms.HeapPart().parse("80%"));
        assertEquals("'100%' is no part of the heap; write 80%, for example", refusal(new Forms.HeapPart(), "100%"));
        assertEquals(1, new Forms.Crashes().parse("1"));
        assertEquals(Duration.ofMinutes(5), new Forms.Time().parse("5m"));
    }

    @Test
    void listsHaveCommas() {
        Forms.Names names = new Forms.Names("[a-z]+", "a word", "words");
        assertEquals(List.of(), names.parse(""));
        assertEquals(List.of("a", "b"), names.parse("a , b"));
        assertEquals("'' is not a word", refusal(names, "a,"));
        assertEquals("'a' is there twice", refusal(names, "a,a"));
    }

    private static String refusal(Form<?> form, String value) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> form.parse(value))
                .getMessage());
    }
}
