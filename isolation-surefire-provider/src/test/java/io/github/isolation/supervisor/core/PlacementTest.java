package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which classes go to one fork. */
class PlacementTest {
    /** Or a fork waits for ever for what is in the lane of another, which is not there. */
    @Test
    void theForksOfAReplayAreThoseThatThereAre() {
        Placement recorded = Placement.replay(Map.of(1, List.of(List.of("A"), List.of("B")), 2, List.of(List.of("C"))));
        Placement here = recorded.beginningAt(3);
        assertEquals(4, here.highestFork());
        for (String name : List.of("A", "B", "C")) {
            String group = Objects.requireNonNull(here.group(name));
            assertEquals(group, recorded.group(name));
            assertEquals(
                    Objects.requireNonNull(recorded.forks().get(group)) + 2,
                    Objects.requireNonNull(here.forks().get(group)));
        }
    }
}
