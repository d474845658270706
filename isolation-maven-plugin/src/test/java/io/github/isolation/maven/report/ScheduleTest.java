package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs that are played again, by hand. */
class ScheduleTest {
    private static final int TRIES = 500;

    /** Cores enough for all. */
    private static Costs starts(double... millis) {
        return costs(1000, 0, millis);
    }

    private static Costs costs(int cores, double startLoad, double... starts) {
        return new Costs(List.of(), DoubleStream.of(starts).boxed().toList(), startLoad, 0, cores);
    }

    private static Work work(double millis, int tests, double longest, double load) {
        return new Work("a", millis, 0, 0, tests, longest, load);
    }

    private static List<Work> works(double... millis) {
        List<Work> works = new ArrayList<>();
        for (double each : millis) {
            works.add(work(each, 8, 0, 0));
        }
        return works;
    }

    @Test
    void oneForkTakesAllOfItInTurn() {
        assertEquals(
                new Schedule(100 + 600, List.of(600L)), Schedule.play(works(100, 200, 300), starts(100), 1, false));
    }

    @Test
    void theNextClassGoesToTheFirstForkThatIsFree() {
        // 1: 300.......... | 2: 100, 200 until 300, and of two that are free at once the first gets the 50
        assertEquals(
                new Schedule(350, List.of(350L, 300L)), Schedule.play(works(300, 100, 200, 50), starts(0), 2, false));
    }

    @Test
    void eachForkBeginsWhenItCanAndThoseOfWhichNobodyKnowsAsTheLast() {
        // the first fork until 250 and 450, the second from 300 until 500, the third not at all
        assertEquals(
                new Schedule(500, List.of(400L, 200L, 0L)),
                Schedule.play(works(200, 200, 200), starts(50, 300), 3, false));
        assertEquals(new Schedule(150, List.of(100L, 0L)), Schedule.play(works(100), starts(50, 300), 2, false));
    }

    @Test
    void timeAfterAClassIsTheForksAsWell() {
        List<Work> order = List.of(new Work("a", 100, 50, 50, 1, 0, 0), new Work("b", 100, 0, 0, 1, 0, 0));
        assertEquals(250, Schedule.play(order, starts(0), 1, false).end());
        assertEquals(
                200,
                Schedule.play(order.stream().map(Work::withoutChange).toList(), starts(0), 1, false)
                        .end());
    }

    @Test
    void theTailIsHalvedForForksThatHaveNothingLeft() {
        // 800 and nothing: halves of 400
        assertEquals(400, Schedule.play(works(800), starts(0), 2, true).end());
        // four forks: 400 and 400, then 200 each
        assertEquals(200, Schedule.play(works(800), starts(0), 4, true).end());
    }

    @Test
    void aClassWithOneTestStaysInOnePiece() {
        assertEquals(
                800,
                Schedule.play(List.of(work(800, 1, 0, 0)), starts(0), 4, true).end());
        // two tests are two pieces, and no more
        assertEquals(
                400,
                Schedule.play(List.of(work(800, 2, 0, 0)), starts(0), 4, true).end());
    }

    @Test
    void theLongestTestStaysInOnePiece() {
        assertEquals(
                600,
                Schedule.play(List.of(work(800, 8, 600, 0)), starts(0), 4, true).end());
        assertEquals(
                800,
                Schedule.play(List.of(work(800, 8, 790, 0)), starts(0), 4, true).end());
    }

    @Test
    void nothingToDoTakesNoTime() {
        assertEquals(0, Schedule.play(List.of(), starts(300), 4, false).end());
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
                            random.nextInt(2000),
                            0))
                    .limit(1 + random.nextInt(40))
                    .toList();
            int forks = 1 + random.nextInt(8);
            double sum = order.stream().mapToDouble(Work::cost).sum();
            double longest = order.stream().mapToDouble(Work::cost).max().orElseThrow();
            Schedule whole = Schedule.play(order, starts(100), forks, false);
            Schedule split = Schedule.play(order, starts(100), forks, true);
            String what = "try " + i + ": " + forks + " forks, " + order;
            assertEquals(
                    sum, whole.busy().stream().mapToDouble(Long::doubleValue).sum(), what);
            assertEquals(
                    sum, split.busy().stream().mapToDouble(Long::doubleValue).sum(), forks, what);
            assertTrue(whole.end() >= 100 + Math.max(longest, sum / forks) - 1, what);
            assertTrue(whole.end() <= 100 + sum / forks + longest + 1, what);
            assertTrue(split.end() <= whole.end(), what);
            assertTrue(split.end() >= 100 + sum / forks - 1, what);
        }
    }

    private static List<Work> alike(int classes, double load) {
        return Collections.nCopies(classes, work(1000, 1, 0, load));
    }

    @Test
    void whatComputesSharesTheCores() {
        List<Work> order = alike(8, 1);
        assertEquals(8000, Schedule.play(order, costs(2, 1, 0), 1, false).end());
        assertEquals(4000, Schedule.play(order, costs(2, 1, 0), 2, false).end());
        assertEquals(4000, Schedule.play(order, costs(2, 1, 0), 4, false).end());
        assertEquals(4000, Schedule.play(order, costs(2, 1, 0), 8, false).end());
        assertEquals(
                List.of(4000L, 4000L, 4000L, 4000L),
                Schedule.play(order, costs(2, 1, 0), 4, false).busy());
    }

    @Test
    void whatWaitsNeedsNoCore() {
        assertEquals(1000, Schedule.play(alike(8, 0), costs(1, 1, 0), 8, false).end());
    }

    /** Two that compute on one core take twice as long; the one that waits does not, and then a core is left for each. */
    @Test
    void whatWaitsIsNotSlowedDownByWhatComputes() {
        List<Work> order = List.of(work(1000, 1, 0, 1), work(1000, 1, 0, 1), work(1500, 1, 0, 0));
        assertEquals(new Schedule(2000, List.of(2000L, 2000L, 1500L)), Schedule.play(order, costs(1, 0, 0), 3, false));
    }

    /** Each computes for half of its time: often both want the only core at once, and sometimes none does. */
    @Test
    void whoWantsACoreNowAndThenMeetsOthersByChance() {
        long two = Schedule.play(alike(2, 0.5), costs(1, 0, 0), 2, false).end();
        assertTrue(two > 1150 && two < 1500, "it took " + two);
        long four = Schedule.play(alike(4, 0.5), costs(1, 0, 0), 4, false).end();
        assertTrue(four > 2000 && four < 2400, "it took " + four);
    }

    /** Four JVMs on two cores: those that compute take twice as long to start. */
    @Test
    void jvmsThatStartAtOnceShareTheCoresAsWell() {
        assertEquals(500, Schedule.play(alike(4, 0), costs(2, 1, 500), 2, false).end() - 2000);
        assertEquals(
                1000, Schedule.play(alike(4, 0), costs(2, 1, 500), 4, false).end() - 1000);
        assertEquals(500, Schedule.play(alike(1, 0), costs(2, 1, 500), 4, false).end() - 1000, "no class is left");
    }

    /** A JVM that compiles what it runs keeps more than one core busy. */
    @Test
    void threadsOfOneWorkerShareTheCoresAsWell() {
        assertEquals(2000, Schedule.play(alike(2, 2), costs(2, 0, 0), 2, false).end());
        assertEquals(1000, Schedule.play(alike(1, 2), costs(2, 0, 0), 1, false).end());
    }

    /** Whatever the run: nothing is computed faster than the cores can, and nothing takes less than alone. */
    @Test
    void noCoreComputesMoreThanOneThingAtATime() {
        Random random = new Random(43);
        for (int i = 0; i < TRIES; i++) {
            List<Work> order = Stream.generate(() -> work(1 + random.nextInt(5000), 1, 0, random.nextInt(5) / 4.0))
                    .limit(1 + random.nextInt(30))
                    .toList();
            int forks = 1 + random.nextInt(8);
            int cores = 1 + random.nextInt(4);
            double computing = order.stream()
                    .mapToDouble(work -> work.millis() * work.load())
                    .sum();
            double sum = order.stream().mapToDouble(Work::cost).sum();
            Schedule schedule = Schedule.play(order, costs(cores, 1, 0), forks, false);
            long alone = Schedule.play(order, costs(1000, 1, 0), forks, false).end();
            String what = "try " + i + ": " + forks + " forks, " + cores + " cores, " + order;
            assertTrue(schedule.end() >= computing / cores * 0.999 - 1, what);
            assertTrue(schedule.busy().stream().mapToLong(Long::longValue).sum() >= sum - forks, what);
            assertTrue(schedule.end() <= sum + 1, what);
            assertEquals(forks <= cores ? alone : schedule.end(), schedule.end(), what);
        }
    }
}
