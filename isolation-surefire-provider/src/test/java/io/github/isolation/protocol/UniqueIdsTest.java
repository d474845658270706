package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is in what, by unique ids alone. */
class UniqueIdsTest {

    @Property
    void itIsWhatLookingAtEachOfThemWouldTell(@ForAll("many") Set<String> ids, @ForAll("one") String id) {
        UniqueIds these = UniqueIds.of(ids);
        assertEquals(ids.contains(id), these.contains(id));
        assertEquals(ids.stream().anyMatch(one -> id.equals(one) || id.startsWith(one + "/")), these.cover(id));
        assertEquals(ids.stream().anyMatch(one -> one.startsWith(id + "/")), these.areIn(id));
        assertEquals(these.cover(id) || these.areIn(id), these.areOnOneLineWith(id));
        assertEquals(ids, these.all());
    }

    @Example
    void aSegmentIsNotTheBeginningOfAnother() {
        UniqueIds tenth = UniqueIds.of(Set.of("[engine:e]/[invocation:#10]"));
        assertFalse(tenth.areOnOneLineWith("[engine:e]/[invocation:#1"));
        assertTrue(tenth.areOnOneLineWith("[engine:e]"));
        assertFalse(new UniqueIds().areOnOneLineWith("[engine:e]"));
    }

    @Provide
    Arbitrary<Set<String>> many() {
        return one().set().ofMaxSize(8);
    }

    /** Few different segments, so that many ids are in each other. */
    @Provide
    Arbitrary<String> one() {
        return Arbitraries.of("a", "ab", "b").list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("/", parts));
    }
}
