package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Forks with services of their own: nobody runs a test without them, and nobody loses one because of them. */
class ServicesTest {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D", "E", "F");

    @Property(tries = 2000)
    void noClassIsHandedOutBeforeItsServicesAreReady(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(max = 2) int every,
            @ForAll @IntRange(max = 2) int spares,
            @ForAll @IntRange(max = 30) int movePercent,
            @ForAll boolean tidies) {
        Simulation run = simulation(seed, forks, every, spares, tidies);
        run.services.movePercent = movePercent;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(0, run.handedWhileTidying);
        assertEquals(0, run.handedUnrestored);
        assertEquals(0, run.statistics().crashes());
        assertEveryTestHasItsResult(run);
    }

    @Property(tries = 1000)
    void whereOneForkHasNoneTheOthersRunEverything(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks, @ForAll @IntRange(max = 1) int every) {
        Simulation run = simulation(seed, forks, every, 0, false);
        run.services.brokenFork = 1;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEveryTestHasItsResult(run);
        assertEquals(
                List.of(), run.hands.stream().filter(hand -> hand.fork() == 1).toList());
        assertTrue(logged(run).contains("isolation: service 's' of fork 1 does not start"), logged(run)::toString);
        assertTrue(
                logged(run).contains("isolation: fork 1 is out of service; the other forks run what is left"),
                logged(run)::toString);
    }

    @Property(tries = 1000)
    void whereNoForkHasAnyEveryClassIsAnErrorAndNobodyTriesAgain(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int forks) {
        Simulation run = simulation(seed, forks, 0, 0, false);
        run.services.brokenFork = -1;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(forks, run.launches);
        assertEquals(List.of(), run.hands);
        for (String name : CLASSES) {
            assertEquals(List.of(ReportKind.ERROR), run.results().get(name + "/<class>"), name);
        }
        String error = errors(run).get(0);
        assertTrue(error.startsWith("Not run: service 's' of fork "), error);
        assertTrue(error.endsWith(" does not start"), error);
        assertTrue(
                run.statistics().summary(forks).contains(forks + " without a service"),
                run.statistics().summary(forks));
    }

    @Property(tries = 2000)
    void whenOneEndsTheTestInFlightIsAnErrorAndAFreshWorkerGoesOn(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(max = 2) int every,
            @ForAll @IntRange(min = 1, max = 8) int endPercent) {
        Simulation run = simulation(seed, forks, every, 0, false);
        run.services.endPercent = endPercent;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(0, run.handedWhileTidying);
        assertEquals(0, run.handedUnrestored);
        for (String name : CLASSES) {
            boolean complete = run.results().keySet().containsAll(ScriptedClass.testsOf(name));
            // As a class whose workers die over and over before its first test.
            assertTrue(complete || run.results().containsKey(name + "/<class>"), name);
        }
        run.services.bereft.forEach(
                test -> assertEquals(List.of(ReportKind.ERROR), run.results().get(test), test));
        for (String error : errors(run)) {
            if (error.contains("service")) {
                assertTrue(error.contains("service 's' of fork "), error);
                assertTrue(error.contains(" ended: SIGKILL. It last said: x"), error);
            }
        }
    }

    private static void assertEveryTestHasItsResult(Simulation run) {
        for (String name : CLASSES) {
            for (String test : ScriptedClass.testsOf(name)) {
                assertEquals(
                        List.of(ScriptedClass.outcomeOf(test)), run.results().get(test), test);
            }
        }
    }

    private static Simulation simulation(long seed, int forks, int every, int spares, boolean tidies) {
        Configured configured = Configured.forks(forks)
                .retiring(new RetirePolicy(every, false, 0))
                .spares(spares)
                .maxCrashes(1000);
        Simulation run =
                new Simulation(seed, (tidies ? configured.tidying() : configured).settings(), CLASSES, 0, true);
        run.services = new SimulatedServices(seed);
        return run;
    }

    private static List<String> logged(Simulation run) {
        List<String> lines = new ArrayList<>();
        run.told.forEach(event -> {
            if (event instanceof Logged line) {
                lines.add(String.valueOf(line.message()));
            }
        });
        return lines;
    }

    private static List<String> errors(Simulation run) {
        List<String> errors = new ArrayList<>();
        run.told.forEach(event -> {
            if (event instanceof Reported report && report.kind() == ReportKind.ERROR) {
                Trace trace = report.report().trace();
                errors.add(trace == null ? "" : String.valueOf(trace.message()));
            }
        });
        return errors;
    }
}
