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
            works.add(new Work("c" + works.size(), each, 0, 0, 8, 0));
        }
        return works;
    }

    @Test
    void oneForkTakesAllOfItInTurn() {
        assertEquals(
                new Schedule(100 + 600, List.of(600L)), Schedule.play(works(100, 200, 300), 1, List.of(100L), false));
    }

    @Test
    void theNextClassGoesToTheFirstForkThatIsFree() {
        // 1: 300.......... | 2: 100, 200 until 300, and of two that are free at once the first gets the 50
        assertEquals(
                new Schedule(350, List.of(350L, 300L)), Schedule.play(works(300, 100, 200, 50), 2, List.of(0L), false));
    }

    @Test
    void eachForkBeginsWhenItCanAndThoseOfWhichNobodyKnowsAsTheLast() {
        // the first fork until 250 and 450, the second from 300 until 500, the third not at all
        assertEquals(
                new Schedule(500, List.of(400L, 200L, 0L)),
                Schedule.play(works(200, 200, 200), 3, List.of(50L, 300L), false));
        assertEquals(new Schedule(150, List.of(100L, 0L)), Schedule.play(works(100), 2, List.of(50L, 300L), false));
    }

    @Test
    void timeAfterAClassIsTheForksAsWell() {
        List<Work> order = List.of(new Work("a", 100, 50, 50, 1, 0), new Work("b", 100, 0, 0, 1, 0));
        assertEquals(250, Schedule.play(order, 1, List.of(0L), false).end());
        assertEquals(
                200,
                Schedule.play(order.stream().map(Work::withoutChange).toList(), 1, List.of(0L), false)
                        .end());
    }

    @Test
    void theTailIsHalvedForForksThatHaveNothingLeft() {
        // 800 and nothing: halves of 400
        assertEquals(400, Schedule.play(works(800), 2, List.of(0L), true).end());
        // four forks: 400 and 400, then 200 each
        assertEquals(200, Schedule.play(works(800), 4, List.of(0L), true).end());
    }

    @Test
    void aClassWithOneTestStaysInOnePiece() {
        assertEquals(
                800,
                Schedule.play(List.of(new Work("a", 800, 0, 0, 1, 0)), 4, List.of(0L), true)
                        .end());
        // two tests are two pieces, and no more
        assertEquals(
                400,
                Schedule.play(List.of(new Work("a", 800, 0, 0, 2, 0)), 4, List.of(0L), true)
                        .end());
    }

    @Test
    void theLongestTestStaysInOnePiece() {
        assertEquals(
                600,
                Schedule.play(List.of(new Work("a", 800, 0, 0, 8, 600)), 4, List.of(0L), true)
                        .end());
        assertEquals(
                800,
                Schedule.play(List.of(new Work("a", 800, 0, 0, 8, 790)), 4, List.of(0L), true)
                        .end());
    }

    @Test
    void nothingToDoTakesNoTime() {
        assertEquals(0, Schedule.play(List.of(), 4, List.of(300L), false).end());
    }

    /** Whatever the run: its bounds hold, no time gets lost, and what is said to be a lower bound is one. */
    @Test
    void boundsHoldForAnyRun() {
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            List<Work> order = Stream.generate(() -> new Work(
                            "x",
                            1 + random.nextInt(5000),
                            random.nextInt(300),
                            0,
                            1 + random.nextInt(9),
                            random.nextInt(2000)))
                    .limit(1 + random.nextInt(40))
                    .toList();
            int forks = 1 + random.nextInt(8);
            long sum = order.stream().mapToLong(Work::cost).sum();
            long longest = order.stream().mapToLong(Work::cost).max().orElseThrow();
            Schedule whole = Schedule.play(order, forks, List.of(100L), false);
            Schedule split = Schedule.play(order, forks, List.of(100L), true);
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
