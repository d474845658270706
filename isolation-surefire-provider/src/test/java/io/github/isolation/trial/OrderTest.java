package io.github.isolation.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a suite is run once more. */
class OrderTest {
    private static final List<String> CLASSES =
            IntStream.range(0, 20).mapToObj(number -> "C" + number).toList();

    private static List<List<String>> lanes(Order order, int forks, Map<String, String> groups, long longC0) {
        return order.trial(CLASSES, forks, groups, name -> name.equals("C0") ? longC0 : 10).lanes().stream()
                .map(lane -> lane.stream().map(Piece::className).toList())
                .toList();
    }

    @Test
    void inOneForkItIsTheOrderItself() {
        assertEquals(List.of(CLASSES), lanes(Order.AS_IT_RAN, 1, Map.of(), 10));
        assertEquals("C19", lanes(Order.REVERSED, 1, Map.of(), 10).get(0).get(0));
        List<String> shuffled = lanes(Order.SHUFFLED, 1, Map.of(), 10).get(0);
        assertNotEquals(CLASSES, shuffled);
        assertEquals(new TreeSet<>(CLASSES), new TreeSet<>(shuffled));
        assertEquals(shuffled, lanes(Order.SHUFFLED, 1, Map.of(), 10).get(0), "the same each time");
    }

    @Test
    void severalForksShareThemByTheTimeTheyTake() {
        List<List<String>> lanes = lanes(Order.AS_IT_RAN, 2, Map.of(), 1_000);
        assertEquals(List.of("C0"), lanes.get(0));
        assertEquals(CLASSES.subList(1, 20), lanes.get(1));
        assertEquals(4, lanes(Order.AS_IT_RAN, 4, Map.of(), 10).size());
        assertEquals(20, lanes(Order.AS_IT_RAN, 100, Map.of(), 10).size());
    }

    @Test
    void whatIsToStayTogetherDoes() {
        for (Order order : Order.values()) {
            List<List<String>> lanes = lanes(order, 4, Map.of("C1", "g", "C7", "g", "C19", "g"), 10);
            assertTrue(lanes.stream().anyMatch(lane -> lane.containsAll(List.of("C1", "C7", "C19"))), lanes::toString);
        }
    }
}
