package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Ids that are numbers, and how little many of them take. */
class NumberedIdTest {
    private static final String TEST = "[engine:e]/[class:C]/[test-template:m(int)]";

    @Property
    void itsPartsMakeItAgain(@ForAll @IntRange(max = 9_999_999) int number) {
        for (String mark : List.of("#", "")) {
            String id = TEST + "/[invocation:" + mark + number + "]";
            NumberedId parts = NumberedId.of(id);
            assertEquals(number, parts.number());
            assertEquals(id, parts.id());
        }
    }

    @Property
    void whateverItIsItsPartsMakeItAgainOrItHasNone(
            @ForAll @Chars({'0', '1', '9', ':', '#', ']', '[', 'a', '/'}) @StringLength(max = 12) String text) {
        NumberedId parts = NumberedId.of(text);
        if (parts != null) {
            assertEquals(text, parts.id());
            assertTrue(parts.number() >= 0);
        }
        assertEquals(text.matches(".*:#?(0|[1-9][0-9]{0,6})]"), parts != null, text);
    }

    @Property
    void aRangeIsOneTextAndComesBack(
            @ForAll @IntRange(max = 9_999_999) int one, @ForAll @IntRange(max = 9_999_999) int other) {
        for (String mark : List.of("#", "")) {
            NumberedId first = new NumberedId(TEST + "/[invocation:" + mark, Math.min(one, other));
            Range range = new Range(first, Math.max(one, other));
            boolean isOne = one == other;
            assertEquals(isOne ? null : range, Range.of(range.text()));
            assertEquals(isOne, range.text().equals(first.id()));
        }
    }

    /** What an id ends in is a number at most, and in a range it is two. */
    @Property
    void anIdIsNoRange(@ForAll @IntRange(max = 20_000_000) int number) {
        for (String mark : List.of("#", "", "a", "a#", "%3A", "1-")) {
            assertNull(Range.of(TEST + "/[invocation:" + mark + number + "]"));
        }
        assertNull(Range.of(TEST));
        assertNull(Range.of(""));
        assertNull(Range.of(":"));
    }

    @Example
    void whatCountsNothingIsAName() {
        for (String id : List.of("", "1]", "a1]", "[m:a1]", "[m:07]", "[m:#07]", "[m:12345678]", "[m:1](", TEST)) {
            assertNull(NumberedId.of(id), id);
        }
    }

    @Example
    void aHundredThousandInvocationsAreOneText() {
        Set<String> ids = IntStream.rangeClosed(1, 100_000)
                .mapToObj(number -> TEST + "/[invocation:#" + number + "]")
                .collect(Collectors.toSet());
        UniqueIds all = UniqueIds.of(ids);
        assertEquals(List.of(TEST + "/[invocation:#1:100000]"), all.texts());
        assertEquals(ids, UniqueIds.of(all.texts()).all());
        all.remove(TEST + "/[invocation:#50]");
        assertEquals(99_999, all.size());
        assertEquals(2, all.texts().size());
    }
}
