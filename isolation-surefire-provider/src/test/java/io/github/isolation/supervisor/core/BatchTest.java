package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Classes that a worker was offered for one plan. */
class BatchTest {
    private final AtomicLong freshRunIds = new AtomicLong();
    private Batch batch = new Batch();

    @BeforeTry
    void openAnother() {
        batch = new Batch();
    }

    @Example
    void whatAWorkerGoesOnToIsItsOwnAndTheRestWaitsStill() {
        batch.make(slices("A", "B", "C"));
        assertNotNull(batch.accept("B"));
        assertNull(batch.accept("B"), "once");
        assertNull(batch.accept("X"), "it was not offered");
        assertEquals(List.of("A", "C"), names(batch.withdraw()));
        assertFalse(batch.isMade());
    }

    @Example
    void ofAPlanThatCameToNothingEachIsTriedAlone() {
        batch.make(slices("A", "B"));
        List<Slice> declined = batch.decline();
        assertEquals(List.of("A", "B"), names(declined));
        assertTrue(declined.stream().allMatch(slice -> slice.selection().alone()));
    }

    /** What comes behind the last may have been cut off, by a class that wants a fresh worker. */
    @Example
    void onlyThoseThatWerePassedOverAreTriedAlone() {
        batch.make(slices("A", "B", "C", "D"));
        batch.accept("C");
        List<Slice> declined = batch.decline();
        assertEquals(List.of("A", "B", "D"), names(declined));
        assertEquals(
                List.of(true, true, false),
                declined.stream().map(slice -> slice.selection().alone()).toList());
    }

    @Example
    void theOneThatWasToBeTheFirstIsPassedOverLikeTheOthers() {
        batch.make(slices("B", "C"));
        Slice next = batch.accept("B");
        batch.postpone(slices("A").get(0));
        assertNotNull(next);
        List<Slice> declined = batch.decline();
        assertEquals(List.of("A", "C"), names(declined));
        assertTrue(declined.get(0).selection().alone());
        assertFalse(declined.get(1).selection().alone());
    }

    @Property(tries = 2_000)
    void noClassIsLostOrInTwoHandsWhateverAWorkerGoesOnTo(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int classes, @ForAll boolean dies) {
        Random chance = new Random(seed);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            all.add("C" + i);
        }
        batch.make(slices(all.toArray(String[]::new)));
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < classes; i++) {
            String name = all.get(chance.nextInt(classes));
            boolean was = taken.contains(name);
            Slice slice = batch.accept(name);
            assertEquals(!was, slice != null, name);
            taken.add(name);
        }
        List<String> left = names(dies ? batch.withdraw() : batch.decline());
        List<String> expected = new ArrayList<>(all);
        expected.removeAll(taken);
        assertEquals(expected, left, "what was not taken, in its order");
    }

    private List<Slice> slices(String... names) {
        List<Slice> slices = new ArrayList<>();
        for (String name : names) {
            slices.add(new ClassAccount(name, 0, freshRunIds::incrementAndGet).whole());
        }
        return slices;
    }

    private static List<String> names(List<Slice> slices) {
        return slices.stream().map(Slice::className).toList();
    }
}
