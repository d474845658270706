package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

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
