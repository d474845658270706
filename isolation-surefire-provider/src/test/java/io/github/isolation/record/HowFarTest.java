package io.github.isolation.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Several runs side by side are as far as all of them together. */
class HowFarTest {
    private static HowFar of(int done, int all, int failures, OptionalLong left, HowFar.Running... running) {
        return new HowFar(done, all, failures, left, List.of(running));
    }

    @Test
    void numbersAreAddedAndTheLastToEndCounts() {
        HowFar.Running young = new HowFar.Running("Young", 1);
        HowFar.Running old = new HowFar.Running("Old", 9);
        HowFar.Running middle = new HowFar.Running("Middle", 5);
        HowFar both = HowFar.of(
                List.of(of(1, 4, 1, OptionalLong.of(2_000), young, middle), of(2, 5, 2, OptionalLong.of(3_000), old)));
        assertEquals(of(3, 9, 3, OptionalLong.of(3_000), old, middle, young), both);
        assertEquals("3 of 9 classes", both.classes());
        assertEquals(", 3 failed tests, about 3 s left", both.rest());
    }

    @Test
    void whatIsNotKnownOfOneIsNotKnownOfBoth() {
        HowFar both = HowFar.of(List.of(of(1, 4, 0, OptionalLong.of(2_000)), of(0, 0, 0, OptionalLong.empty())));
        assertEquals(of(1, 0, 0, OptionalLong.empty()), both);
        assertEquals("1 class", both.classes());
        assertEquals("", both.rest());
    }
}
