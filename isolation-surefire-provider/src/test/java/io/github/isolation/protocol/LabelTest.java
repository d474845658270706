package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Which names of invocations are one name. */
class LabelTest {

    @Example
    void itsOwnNumberIsNoPartOfAName() {
        assertEquals(Label.digest("[3] Berlin", 3), Label.digest("[7] Berlin", 7));
        assertEquals(Label.digest("3: Berlin", 3), Label.digest("7: Berlin", 7));
        assertEquals(Label.digest("3 Berlin", 3), Label.digest("7 Berlin", 7));
        assertEquals(Label.digest("[city: Berlin, #3]", 3), Label.digest("[city: Berlin, #7]", 7));
    }

    @Example
    void otherNumbersAre() {
        assertNotEquals(Label.digest("[3] 7", 3), Label.digest("[7] 3", 7));
        assertEquals(Label.digest("7", 3), Label.digest("7", 7));
        assertNotEquals(Label.digest("repetition 3 of 7", 3), Label.digest("repetition 4 of 7", 4));
    }

    @Example
    void anAddressSaysNothing() {
        assertEquals(Label.digest("[1] C@1b2c3d", 1), Label.digest("[1] C@77aa00", 1));
        assertEquals(
                Label.digest("C$$Lambda$14/0x00007f12ac0a8@6d06d69c", 1), Label.digest("C$$Lambda/0x000001@1c", 1));
        assertNotEquals(Label.digest("[1] a@example.org", 1), Label.digest("[1] b@example.org", 1));
    }

    /** The forms that JUnit and its users give the names of invocations. */
    @Property
    void whateverTheNumberANameIsItself(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @IntRange(min = 1, max = 9_999_999) int one,
            @ForAll @IntRange(min = 1, max = 9_999_999) int other) {
        for (String form :
                List.of("[%d] %s", "%d: %s", "%d. %s", "%d) %s", "%d %s", "#%d %s", "%2$s #%1$d", "%2$s[%1$d]")) {
            assertEquals(
                    Label.digest(String.format(Locale.ROOT, form, one, name), one),
                    Label.digest(String.format(Locale.ROOT, form, other, name), other),
                    form);
        }
    }

    @Property
    void namesThatDifferAreOthers(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String other,
            @ForAll @IntRange(min = 1, max = 99) int number) {
        long first = Label.digest("[" + number + "] " + one, number);
        assertEquals(one.equals(other), first == Label.digest("[" + number + "] " + other, number));
        assertNotEquals(0, first);
    }
}
