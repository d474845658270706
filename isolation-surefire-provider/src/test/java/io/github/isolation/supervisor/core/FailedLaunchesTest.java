package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.ReportKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Workers that do not start: nobody else suffers, as long as there is somebody else (L21). */
class FailedLaunchesTest {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D", "E", "F");

    @Property(tries = 1000)
    void theOtherForksRunWhatIsLeft(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks, @ForAll @IntRange(max = 1) int every) {
        Simulation run = new Simulation(seed, settings(forks, every), CLASSES, 0, true);
        run.brokenFork = forks;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        for (String name : CLASSES) {
            for (String test : ScriptedClass.testsOf(name)) {
                assertEquals(
                        List.of(ScriptedClass.outcomeOf(test)), run.results().get(test), test);
            }
        }
        assertEquals(0, run.statistics().crashes());
    }

    @Property(tries = 1000)
    void theyAlsoTakeOverTheGroupsThatTheForkHad(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks) {
        Map<String, String> groups = new HashMap<>();
        CLASSES.forEach(name -> groups.put(name, "group"));
        Simulation run = new Simulation(seed, settings(forks, 1), CLASSES, Placement.sameFork(groups), 0, true);
        run.brokenFork = 1; // the group's: it is the first to ask, in an execution that launches one worker only
        run.startsBeforeItBreaks = 2;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        for (String name : CLASSES) {
            assertTrue(run.results().keySet().containsAll(ScriptedClass.testsOf(name)), name + ": " + run.results());
        }
    }

    @Property(tries = 100)
    void whereNobodyElseIsEveryClassIsAnErrorAfterThreeAttempts(@ForAll long seed) {
        Simulation run = new Simulation(seed, settings(1, 0), CLASSES, 0, true);
        run.brokenFork = 1;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(3, run.launches);
        CLASSES.forEach(
                name -> assertEquals(List.of(ReportKind.ERROR), run.results().get(name + "/<class>"), name));
    }

    private static Settings settings(int forks, int retireEvery) {
        RetirePolicy retire = new RetirePolicy(retireEvery, false, 0);
        return Configured.forks(forks).retiring(retire).maxCrashes(100).settings();
    }
}
