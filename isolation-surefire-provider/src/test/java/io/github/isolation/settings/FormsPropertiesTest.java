package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is written: it is read as what it says, or refused by name. */
class FormsPropertiesTest {
    @Property
    void aNumberIsItself(@ForAll @IntRange(min = 0, max = 999_999_999) int number) {
        assertEquals(number, new Forms.Count().parse(Integer.toString(number)));
        assertEquals(number, ForkCount.parse(" " + number, 1));
        assertEquals(Duration.ofSeconds(number), new Forms.Time().parse(number + "s"));
    }

    @Property
    void anyCrashesAreTooManyButNone(@ForAll @IntRange(min = 1, max = 999_999_999) int number) {
        assertEquals(number, new Forms.Crashes().parse(Integer.toString(number)));
    }

    @Example
    void noCrashIsNotTooMany() {
        assertEquals(
                "'0' is no number of crashes; write 1 or more: with 1, nothing is begun after the first crash",
                refusal(new Forms.Crashes(), "0"));
    }

    @Property
    void aPartOfTheHeapIsMoreThanNothingAndLessThanAll(@ForAll @IntRange(max = 200) int percent) {
        Forms.HeapPart form = new Forms.HeapPart();
        for (String text : List.of(percent + "%", Integer.toString(percent))) {
            if (percent > 0 && percent < 100) {
                assertEquals(percent, form.parse(text));
            } else {
                assertTrue(refusal(form, text).contains("'" + text + "'"));
            }
        }
    }

    /** Surefire rounds down, and starts one fork at least. */
    @Property
    void forksPerCoreAreThatManyRoundedDownAndNeverNone(
            @ForAll @IntRange(min = 1, max = 40) int tenths, @ForAll @IntRange(min = 1, max = 256) int cores) {
        String text = String.format(Locale.ROOT, "%d.%dC", tenths / 10, tenths % 10);
        int forks = ForkCount.parse(text, cores);
        double exact = tenths * cores / 10.0;
        assertTrue(forks >= 1, text);
        assertTrue(forks == 1 || Math.abs(forks - exact) < 1.01, () -> text + " of " + cores + " is " + forks);
        assertTrue(forks <= Math.max(1, exact + 0.01), () -> text + " of " + cores + " is " + forks);
    }

    @Property
    void everyFormUnderstandsOrNamesWhatItRefuses(@ForAll("values") String value) {
        for (Form<?> form : List.of(
                new Forms.Flag(),
                new Forms.Count(),
                new Forms.Crashes(),
                new Forms.HeapPart(),
                new Forms.Forks(),
                new Forms.Time(),
                Forms.Word.of("never", "always"))) {
            try {
                form.parse(value);
            } catch (IllegalArgumentException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith("'" + value + "' "), e::toString);
            }
        }
    }

    /** What a user would write, and what slips make of it. */
    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(12).filter(text -> text.equals(text.strip())),
                Combinators.combine(
                                Arbitraries.integers().between(-9, 99_999),
                                Arbitraries.of("", "%", "C", "ms", "s", "m", "h", "d", "x", ".5C", "GB"))
                        .as((number, unit) -> number + unit),
                Arbitraries.of("true", "FALSE", "never", "always", "Never", "NaNC", "1e9C", "InfinityC"));
    }

    @Property
    void namesAreReadInTheirOrderWhateverBlanksAreBetween(
            @ForAll("names") List<String> written, @ForAll("commas") String comma) {
        Forms.Names form = new Forms.Names("[a-z]+", "a word", "words");
        assertEquals(written, form.parse(String.join(comma, written)));
    }

    @Property
    void aNameThatIsThereTwiceIsRefused(@ForAll("names") List<String> written) {
        Forms.Names form = new Forms.Names("[a-z]+", "a word", "words");
        if (!written.isEmpty()) {
            String again = String.join(",", written) + "," + written.get(0);
            assertEquals("'" + written.get(0) + "' is there twice", refusal(form, again));
        }
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .uniqueElements()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> commas() {
        return Arbitraries.of(",", ", ", " ,", "\n,\t");
    }

    @Example
    void constantsAreWrittenInOneWordAndReadBack() {
        Form<ReseedPolicy> form = KnownSettings.RESEED.form();
        assertEquals("`onReplace`, `everyClass`, `never`", form.values());
        List<String> words = List.of(form.values().replace("`", "").split(", ", -1));
        assertEquals(
                List.of(ReseedPolicy.values()), words.stream().map(form::parse).toList());
    }

    @Example
    void aWordThatIsNoneIsRefusedWithAllOfThemAndSomeAdvice() {
        Forms.Word form = Forms.Word.of("a", "b");
        assertEquals("'c' is none of a, b", refusal(form, "c"));
        assertEquals("'c' is none of a, b; look elsewhere", refusal(form.orElse("look elsewhere"), "c"));
        assertEquals("'A' is none of a, b", refusal(form, "A"));
    }

    private static String refusal(Form<?> form, String value) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> form.parse(value))
                .getMessage());
    }
}
