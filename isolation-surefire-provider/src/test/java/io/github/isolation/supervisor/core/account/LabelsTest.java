package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which invocation of one JVM is which of another, by names, where numbers may mean anything. */
class LabelsTest {
    @Property(tries = 2_000)
    void whateverTheOrderEachNameKeepsTheNumberItHadFirst(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        Labels labels = new Labels();
        for (int number = 1; number <= n; number++) {
            assertEquals(number, labels.recognize(number, name(number)));
        }
        List<Integer> order = new ArrayList<>();
        for (int number = 1; number <= n; number++) {
            order.add(number);
        }
        for (int worker = 0; worker < 3; worker++) {
            labels.nextWorker();
            Collections.shuffle(order, new Random(seed + worker));
            for (int place = 1; place <= n; place++) {
                int called = order.get(place - 1);
                assertEquals(called, labels.recognize(place, name(called)), "number " + place + " is called " + called);
            }
        }
    }

    @Property(tries = 2_000)
    void noTwoOfOneWorkerAreTakenForTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
        Random chance = new Random(seed);
        Labels labels = new Labels();
        for (int worker = 0; worker < 3; worker++) {
            Set<Integer> known = new HashSet<>();
            for (int number = 1; number <= n; number++) {
                int recognized = labels.recognize(number, name(chance.nextInt(6)));
                assertTrue(known.add(recognized), recognized + " was somebody already");
            }
            labels.nextWorker();
        }
    }

    @Example
    void aNameThatIsNewGetsAFreeNumberIfItsOwnIsTaken() {
        Labels labels = new Labels();
        labels.recognize(1, name(1));
        labels.recognize(2, name(2));
        labels.nextWorker();
        assertEquals(3, labels.recognize(1, name(9)), "1 and 2 are others");
        assertEquals(1, labels.recognize(2, name(1)));
    }

    @Example
    void severalOfOneNameAreToldApartByTheirNumbersAlone() {
        Labels labels = new Labels();
        labels.recognize(1, name(1));
        labels.recognize(2, name(1));
        assertFalse(labels.areAlike(name(1)), "nobody asks before there is another worker");
        labels.nextWorker();
        assertTrue(labels.areAlike(name(1)));
        assertEquals(2, labels.recognize(2, name(1)));
        assertEquals(1, labels.recognize(1, name(1)));
    }

    @Example
    void aCopyLearnsByItself() {
        Labels labels = new Labels();
        labels.recognize(1, name(1));
        Labels copy = labels.copy();
        copy.nextWorker();
        copy.recognize(2, name(1));
        labels.nextWorker();
        assertEquals(1, labels.recognize(2, name(1)), "not seen again here");
    }

    @Example
    void numbersThatAreFarApartAreTakenForNames() {
        Labels labels = new Labels();
        assertEquals(900_000_001, labels.recognize(900_000_001, name(1)));
        labels.nextWorker();
        assertEquals(7, labels.recognize(7, name(1)));
    }

    @Property
    void theIndexFindsEachNumberOfAName(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int n) {
        Random chance = new Random(seed);
        long[] names = new long[n];
        for (int i = 0; i < n; i++) {
            names[i] = chance.nextInt(4) == 0 ? 0 : name(chance.nextInt(20));
        }
        LabelIndex index = LabelIndex.of(names, n);
        for (int called = 0; called < 20; called++) {
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if (names[i] == name(called)) {
                    expected.add(i);
                }
            }
            List<Integer> found = new ArrayList<>();
            for (int at = index.first(name(called)); at >= 0; at = index.next(at)) {
                found.add(at);
            }
            assertEquals(expected, found);
            assertEquals(expected.size() <= 1, index.isAlone(name(called)));
        }
    }

    private static long name(int of) {
        long digest = Label.digest("invocation of " + of + " things", Integer.MAX_VALUE);
        assertNotEquals(0, digest);
        return digest;
    }
}
