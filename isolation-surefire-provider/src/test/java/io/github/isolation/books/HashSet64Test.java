package io.github.isolation.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A small set of numbers is a set, and numbers that stand for names are not confused. */
class HashSet64Test {
    /** Two names as they are hashed, either of which may be missing. */
    record Names(@Nullable String first, @Nullable String second) {}

    @Property
    void itIsASetLikeTheJdks(@ForAll @Size(max = 300) List<@LongRange(min = -60, max = 60) Long> numbers) {
        HashSet64 small = new HashSet64();
        Set<Long> model = new HashSet<>();
        for (long number : numbers) {
            assertEquals(model.add(number == 0 ? 1 : number), small.add(number), "" + number);
        }
    }

    @Property
    void numbersOfAllSizesAreKeptWhileItGrows(@ForAll @Size(max = 200) Set<Long> numbers) {
        HashSet64 small = new HashSet64();
        numbers.remove(0L);
        for (long number : numbers) {
            assertTrue(small.add(number));
        }
        for (long number : numbers) {
            assertFalse(small.add(number));
        }
    }

    @Example
    void aHundredThousandThatDifferInTheirUpperHalvesOnlyAreAllKept() {
        HashSet64 small = new HashSet64();
        for (long number = 1; number <= 100_000; number++) {
            assertTrue(small.add(number << 40));
        }
        assertFalse(small.add(77L << 40));
        assertTrue(small.add(77));
    }

    @Property
    void otherNamesHaveAnotherHash(@ForAll("names") Names one, @ForAll("names") Names other) {
        assertEquals(
                one.equals(other),
                Hash.of(one.first(), one.second()) == Hash.of(other.first(), other.second()),
                () -> one + " and " + other);
    }

    @Example
    void namesThatMakeOneTextTogetherAreStillTwo() {
        Map<Long, Names> seen = new HashMap<>();
        for (Names names : List.of(
                new Names("ab", "c"),
                new Names("a", "bc"),
                new Names("abc", ""),
                new Names("", "abc"),
                new Names("abc", null),
                new Names(null, "abc"),
                new Names("", ""),
                new Names("", null),
                new Names(null, ""),
                new Names(null, null))) {
            Names before = seen.put(Hash.of(names.first(), names.second()), names);
            assertTrue(before == null, () -> names + " and " + Objects.toString(before));
        }
    }

    @Property
    void mixingLosesNothing(@ForAll long one, @ForAll long other) {
        assertEquals(one == other, Hash.mixed(one) == Hash.mixed(other));
    }

    @Property
    void aSmallDifferenceIsALargeOneWhenItIsMixed(@ForAll long number, @ForAll @LongRange(max = 63) long bit) {
        long changed = Hash.mixed(number) ^ Hash.mixed(number ^ (1L << bit));
        int bits = Long.bitCount(changed);
        assertTrue(bits > 5 && bits < 59, () -> bits + " bits differ");
    }

    /** Few letters, so that many of them are alike. */
    @Provide
    Arbitrary<Names> names() {
        Arbitrary<String> text =
                Arbitraries.strings().withChars('a', 'b', '\u00e9').ofMaxLength(3);
        return Combinators.combine(text.injectNull(0.2), text.injectNull(0.2)).as(Names::new);
    }
}
