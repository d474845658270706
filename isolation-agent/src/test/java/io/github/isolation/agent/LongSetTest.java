package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A set, with an end. */
final class LongSetTest {
    private static final int MANY = 20_000;

    @Test
    void itHasWhatWasAddedAndNothingElse() {
        LongSet set = new LongSet(MANY * 2);
        Set<Long> expected = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < MANY; i++) {
            // Many that differ in a few bits only, as hashes never do.
            long value = i % 2 == 0 ? i : random.nextLong();
            assertEquals(expected.add(value), set.add(value));
        }
        expected.forEach(value -> assertTrue(set.contains(value)));
        for (int i = 0; i < MANY; i++) {
            long value = random.nextLong();
            assertEquals(expected.contains(value), set.contains(value));
        }
    }

    @Test
    void whenItIsFullItTakesNoMoreAndSaysSo() {
        LongSet set = new LongSet(2);
        assertTrue(set.add(0));
        assertFalse(set.add(0));
        assertFalse(set.isFull());
        assertTrue(set.add(7));
        assertTrue(set.isFull());
        assertFalse(set.add(8));
        assertFalse(set.contains(8));
        assertTrue(set.contains(7));
    }
}
