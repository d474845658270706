package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is done to a set of ids, in whatever order: it is what a plain set of strings would be. */
class UniqueIdsModelTest {
    private UniqueIds ids = new UniqueIds();
    private Set<String> model = new HashSet<>();

    /** Every id that was ever added: what they are in is remembered. */
    private Set<String> ever = new HashSet<>();

    @BeforeTry
    void beginWithNone() {
        ids = new UniqueIds();
        model = new HashSet<>();
        ever = new HashSet<>();
    }

    /** Adds an id, or takes it out. */
    record Step(boolean adds, String id) {}

    @Property
    void itIsAPlainSet(@ForAll("steps") List<Step> steps, @ForAll("ids") String asked) {
        for (Step step : steps) {
            if (step.adds()) {
                assertEquals(model.add(step.id()), ids.add(step.id()), step.toString());
                ever.add(step.id());
            } else {
                model.remove(step.id());
                ids.remove(step.id());
            }
            assertEquals(model.size(), ids.size());
            assertEquals(model.isEmpty(), ids.isEmpty());
        }
        assertEquals(model, ids.all());
        assertEquals(model.contains(asked), ids.contains(asked));
        assertEquals(model.stream().anyMatch(one -> isIn(asked, one) || asked.equals(one)), ids.cover(asked));
        assertEquals(ever.stream().anyMatch(one -> isIn(one, asked)), ids.areIn(asked));
    }

    @Property
    void itsTextsAreTheSameSetAndFew(@ForAll("steps") List<Step> steps) {
        apply(steps);
        List<String> texts = ids.texts();
        assertEquals(model, UniqueIds.of(texts).all());
        assertEquals(model, ids.copy().all());
        assertEquals(texts.size(), Set.copyOf(texts).size());
        assertTrue(texts.size() <= model.size());
        assertEquals(runs(), texts.size());
    }

    @Property
    void aCopyIsASetOfItsOwn(@ForAll("steps") List<Step> steps, @ForAll("ids") String id) {
        apply(steps);
        UniqueIds copy = ids.copy();
        if (model.contains(id)) {
            copy.remove(id);
        } else {
            copy.add(id);
        }
        assertEquals(model, ids.all());
        assertEquals(!model.contains(id), copy.contains(id));
    }

    @Property
    void twoSetsMakeOne(@ForAll("many") Set<String> some, @ForAll("many") Set<String> others) {
        UniqueIds both = UniqueIds.of(some);
        both.addAll(UniqueIds.of(others));
        Set<String> union = new HashSet<>(some);
        union.addAll(others);
        assertEquals(union, both.all());
        assertEquals(union.size(), both.size());
    }

    @Property
    void whatIsInAWholeContainerNeedsNoWord(@ForAll("many") Set<String> some, @ForAll("many") Set<String> whole) {
        List<String> outside = UniqueIds.of(some).textsOutside(UniqueIds.of(whole));
        Set<String> expected = some.stream()
                .filter(id -> whole.stream().noneMatch(container -> isIn(id, container)))
                .collect(Collectors.toSet());
        assertEquals(expected, UniqueIds.of(outside).all());
    }

    @Property
    void thoseWithATextInTheirNamesAreFound(@ForAll("many") Set<String> some) {
        for (String part : List.of("", "[c:A]", "/[t:", "/[t:#", "[none:")) {
            Set<String> expected = some.stream().filter(id -> id.contains(part)).collect(Collectors.toSet());
            assertEquals(expected, UniqueIds.of(some).all(part), part);
        }
    }

    @Example
    void whatWasTakenOutIsNewWhenItComesAgain() {
        String id = "[e:e]/[c:A]/[t:#1]";
        assertTrue(ids.add(id));
        assertFalse(ids.add(id));
        ids.remove(id);
        ids.remove(id);
        assertEquals(0, ids.size());
        assertTrue(ids.add(id));
        assertTrue(ids.areIn("[e:e]"));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(true, true, false), ids())
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Set<String>> many() {
        return ids().set().ofMaxSize(12);
    }

    /** Few of them, in each other, and with numbers that follow one another, of two families and of none. */
    @Provide
    Arbitrary<String> ids() {
        Arbitrary<String> container = Arbitraries.of("[e:e]", "[e:e]/[c:A]", "[e:e]/[c:B]", "[e:e]/[c:A]/[t:#2]");
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 12);
        return Arbitraries.oneOf(
                container,
                Combinators.combine(container, number).as((in, n) -> in + "/[t:#" + n + "]"),
                Combinators.combine(container, number).as((in, n) -> in + "/[t:" + n + "]"),
                Combinators.combine(container, number).as((in, n) -> in + "/[t:0" + n + "]"),
                Combinators.combine(container, number).as((in, n) -> in + "/[m:x" + n + "()]"));
    }

    private void apply(List<Step> steps) {
        for (Step step : steps) {
            if (step.adds()) {
                ids.add(step.id());
                model.add(step.id());
            } else {
                ids.remove(step.id());
                model.remove(step.id());
            }
        }
    }

    /** How many texts there must be: one for each id that does not follow another. */
    private int runs() {
        List<String> firsts = new ArrayList<>();
        for (String id : new TreeSet<>(model)) {
            NumberedId parts = NumberedId.of(id);
            if (parts == null || parts.number() == 0 || !model.contains(parts.id(parts.number() - 1))) {
                firsts.add(id);
            }
        }
        return firsts.size();
    }

    private static boolean isIn(String id, String container) {
        return id.startsWith(container + "/");
    }
}
