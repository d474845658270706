package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.report.MadeUpMachine.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the record of a run with so many forks: how long it takes with another number. The machine is made up, so this is exact. */
class PredictionTest {
    private static final int CORES = 2;
    private static final double CLOSE = 0.15;

    /** What each class has of computing and of waiting. */
    interface Kind {
        Suite of(double millis, Random random);
    }

    record Kinds(String name, Kind kind) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kinds> kinds() {
        return Stream.of(
                new Kinds("waits", (millis, random) -> new Suite(millis * 0.02, millis * 0.98, 10)),
                new Kinds("computes", (millis, random) -> new Suite(millis, 0, 1)),
                new Kinds("now and then computes", (millis, random) -> new Suite(millis * 0.4, millis * 0.6, 40)),
                new Kinds(
                        "some classes compute, others wait",
                        (millis, random) -> random.nextBoolean()
                                ? new Suite(millis, 0, 1)
                                : new Suite(0.02 * millis, 0.98 * millis, 5)),
                new Kinds("computes, then waits", (millis, random) -> new Suite(millis * 0.45, millis * 0.55, 5)));
    }

    private static List<Suite> classes(Kind kind, long seed) {
        Random random = new Random(seed);
        List<Suite> classes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            classes.add(kind.of(300 + random.nextInt(2500), random));
        }
        // As the supervisor hands them out to several forks: the longest first.
        classes.sort(
                (one, other) -> Double.compare(other.computing() + other.waiting(), one.computing() + one.waiting()));
        return classes;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isRightWhateverWasRecorded(Kinds kinds) {
        List<String> wrong = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            List<Suite> classes = classes(kinds.kind(), seed);
            for (int recorded : new int[] {1, 2, 4}) {
                WhatWouldHelp help = WhatWouldHelp.of(MadeUpMachine.run(classes, recorded, CORES));
                for (int forks : new int[] {1, 2, 4}) {
                    long took = MadeUpMachine.run(classes, forks, CORES).millis();
                    long predicted = help.others().stream()
                            .filter(one -> one.name().equals("forkCount " + forks))
                            .findFirst()
                            .orElseThrow()
                            .millis();
                    double ratio = predicted / (double) took;
                    if (Math.abs(ratio - 1) > CLOSE) {
                        wrong.add("seed " + seed + ", " + recorded + " recorded: " + forks + " forks take " + took
                                + ", not " + predicted);
                    }
                }
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    /** The rate at which a full machine computes is no reason to believe that it waits. */
    @Test
    void whatWasSlowedDownIsNotTakenForSlow() {
        List<Suite> classes = classes((millis, random) -> new Suite(millis, 0, 1), 7);
        double sum = classes.stream().mapToDouble(Suite::computing).sum();
        Costs costs = Costs.of(MadeUpMachine.run(classes, 8, CORES));
        double alone = costs.order().stream().mapToDouble(Work::cost).sum();
        assertTrue(Math.abs(alone / sum - 1) < CLOSE, alone + " of " + sum);
    }
}
