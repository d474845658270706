package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Workers that are started ahead, over whole executions. That nothing is lost or told twice is in {@link SupervisionTest}. */
class SparesTest {
    @Property(tries = 2000)
    void everyClassRunsOnceInAWorkerOfItsOwnAndNoLaneHasThreeSpares(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(max = 8) int classes,
            @ForAll @IntRange(max = 8) int spares) {
        List<String> names = Accounting.names(classes);
        Simulation run =
                new Simulation(seed, settings(forks, new RetirePolicy(1, false, 0), spares), names, 0, true).run();

        Accounting.assertAccounts(run, names);
        names.forEach(name -> assertEquals(1, run.handedOut.get(name), name));
        assertEquals(0, run.statistics().crashes());
        assertTrue(
                run.mostAlive <= forks + Math.min(spares, 2 * forks),
                "as many as " + run.mostAlive + " workers at a time");
        assertTrue(run.spares.size() <= Math.max(0, classes - 1), run.spares.size() + " spares for " + classes);
        // A spare is its fork's: where another fork is faster, some are for nothing at the very end.
        assertTrue(run.launches <= classes + 2 * forks, run.launches + " workers for " + classes);
    }

    @Property(tries = 2000)
    void aSecondSpareIsOnlyForWhoHadToWaitForTheFirst(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 2, max = 8) int classes) {
        List<String> names = Accounting.names(classes);
        Simulation run = new Simulation(seed, settings(forks, new RetirePolicy(1, false, 0), 8), names, 0, true);
        run.sparesAreQuick = true;
        run.run();

        Accounting.assertAccounts(run, names);
        assertTrue(classes <= forks || !run.spares.isEmpty());
        assertTrue(run.mostAlive <= 2 * forks, "as many as " + run.mostAlive + " workers at a time");
    }

    @Property(tries = 2000)
    void aSpareThatDiesIsNoTestsCrashAndTheLastOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 2, max = 8) int classes,
            @ForAll boolean onFailure) {
        List<String> names = Accounting.names(classes);
        RetirePolicy retire = onFailure ? new RetirePolicy(0, true, 0) : new RetirePolicy(1, false, 0);
        Simulation run = new Simulation(seed, settings(forks, retire, forks), names, 0, true);
        run.sparesDie = true;
        run.run();

        Accounting.assertAccounts(run, names);
        assertEquals(List.of(), run.told.stream().filter(SparesTest::isError).toList());
        names.forEach(name -> assertEquals(1, run.handedOut.get(name), name));
        assertEquals(ScriptedClass.TESTS * classes, run.results().size());
        assertTrue(run.spares.size() <= forks, run.spares.size() + " spares, although the first had died");
    }

    @Property(tries = 2000)
    void withoutAPolicyNobodyIsStartedAhead(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int classes) {
        List<String> names = Accounting.names(classes);
        Simulation run = new Simulation(seed, settings(2, RetirePolicy.NEVER, 2), names, 0, true).run();
        assertTrue(run.finished);
        assertEquals(0, run.spares.size());
    }

    private static boolean isError(Object event) {
        return event instanceof Logged line && line.level() == LogLevel.ERROR;
    }

    private static Settings settings(int forks, RetirePolicy retire, int spares) {
        return Configured.forks(forks).retiring(retire).spares(spares).settings();
    }
}
