package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs that are played again, by hand. */
class ScheduleTest {
    private static final int TRIES = 500;

    private static List<Work> works(long... millis) {
        List<Work> works = new ArrayList<>();
        for (long each : millis) {
            works.add(new Work("c" + works.size(), each, 0, 0, 8));
        }
        return works;
    }

    @Test
    void oneForkTakesAllOfItInTurn() {
        assertEquals(new Schedule(100 + 600, List.of(600L)), Schedule.play(works(100, 200, 300), 1, 100, false));
    }

    @Test
    void theNextClassGoesToTheFirstForkThatIsFree() {
        // 1: 300.......... | 2: 100, 200 until 300, and of two that are free at once the first gets the 50
        assertEquals(new Schedule(350, List.of(350L, 300L)), Schedule.play(works(300, 100, 200, 50), 2, 0, false));
    }

    @Test
    void timeAfterAClassIsTheForksAsWell() {
        List<Work> order = List.of(new Work("a", 100, 50, 50, 1), new Work("b", 100, 0, 0, 1));
        assertEquals(250, Schedule.play(order, 1, 0, false).end());
        assertEquals(
                200,
                Schedule.play(order.stream().map(Work::withoutChange).toList(), 1, 0, false)
                        .end());
    }

    @Test
    void theTailIsHalvedForForksThatHaveNothingLeft() {
        // 800 and nothing: halves of 400
        assertEquals(400, Schedule.play(works(800), 2, 0, true).end());
        // four forks: 400 and 400, then 200 each
        assertEquals(200, Schedule.play(works(800), 4, 0, true).end());
    }

    @Test
    void aClassWithOneTestStaysInOnePiece() {
        assertEquals(
                800,
                Schedule.play(List.of(new Work("a", 800, 0, 0, 1)), 4, 0, true).end());
        // two tests are two pieces, and no more
        assertEquals(
                400,
                Schedule.play(List.of(new Work("a", 800, 0, 0, 2)), 4, 0, true).end());
    }

    @Test
    void nothingToDoTakesNoTime() {
        assertEquals(0, Schedule.play(List.of(), 4, 300, false).end());
    }

    /** Whatever the run: its bounds hold, no time gets lost, and what is said to be a lower bound is one. */
    @Test
    void boundsHoldForAnyRun() {
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            List<Work> order = Stream.generate(() ->
                            new Work("x", 1 + random.nextInt(5000), random.nextInt(300), 0, 1 + random.nextInt(9)))
                    .limit(1 + random.nextInt(40))
                    .toList();
            int forks = 1 + random.nextInt(8);
            long sum = order.stream().mapToLong(Work::cost).sum();
            long longest = order.stream().mapToLong(Work::cost).max().orElseThrow();
            Schedule whole = Schedule.play(order, forks, 100, false);
            Schedule split = Schedule.play(order, forks, 100, true);
            String what = "try " + i + ": " + forks + " forks, " + order;
            assertEquals(sum, whole.busy().stream().mapToLong(Long::longValue).sum(), what);
            assertEquals(sum, split.busy().stream().mapToLong(Long::longValue).sum(), what);
            assertTrue(whole.end() >= 100 + Math.max(longest, (sum + forks - 1) / forks), what);
            assertTrue(whole.end() <= 100 + sum / forks + longest, what);
            assertTrue(split.end() <= whole.end(), what);
            assertTrue(split.end() >= 100 + sum / forks, what);
        }
    }
}
