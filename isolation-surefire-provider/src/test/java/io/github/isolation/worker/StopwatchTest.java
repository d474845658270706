package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a test took is what passed, whatever somebody does to the clock meanwhile. */
class StopwatchTest {
    private static final int HOUR = 3_600_000;

    private long nanos = Long.MAX_VALUE - 1_000_000_000; // it may start anywhere, and flow over
    private long wallMillis = 1_700_000_000_000L;
    private final Stopwatch watch = new Stopwatch(() -> nanos, () -> wallMillis);

    @Test
    void whatSurefireHasMeasuredStandsWhileTheClockIsRight() {
        watch.begins("a");
        pass(5_000, 0);
        assertEquals(4_999, watch.ends("a", 4_999));
    }

    @Test
    void aClockThatJumpsAheadMakesNoTestLonger() {
        watch.begins("a");
        pass(5_000, HOUR);
        assertEquals(5_000, watch.ends("a", 5_000 + HOUR));
    }

    @Test
    void aClockThatIsSetBackMakesNoTestNegative() {
        watch.begins("a");
        pass(2_500, -HOUR);
        assertEquals(2_500, watch.ends("a", 2_500 - HOUR));
    }

    @Test
    void aJumpBeforeATestIsNoneInIt() {
        pass(0, HOUR);
        watch.begins("a");
        pass(300, 0);
        assertEquals(299, watch.ends("a", 299));
    }

    @Test
    void whatSurefireDoesNotMeasureIsMeasuredHere() {
        watch.begins("a");
        watch.begins("b");
        pass(700, HOUR);
        assertEquals(700, watch.ends("b", null));
        pass(300, -HOUR);
        assertEquals(1_000, watch.ends("a", null));
    }

    @Test
    void whatHasNotBegunHasNoDuration() {
        assertEquals(null, watch.ends("a", null));
        assertEquals(7, watch.ends("a", 7));
        assertEquals(0, watch.ends("a", -HOUR));
    }

    @Test
    void ofTwoThatHaveOneNameNobodyKnowsWhichHasEnded() {
        watch.begins("a");
        pass(100, 0);
        watch.begins("a");
        pass(100, 0);
        assertEquals(150, watch.ends("a", 150));
        assertEquals(null, watch.ends("a", null));
    }

    private void pass(long millis, long jump) {
        nanos += millis * 1_000_000;
        wallMillis += millis + jump;
    }
}
