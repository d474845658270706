package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.ReportKind;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.ExitStatus;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A class-data archive from which no worker starts costs a launch, and no test; one that is innocent stays. */
class ArchiveDoubtTest {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D", "E", "F");

    @Property(tries = 1000)
    void whatItKeepsFromStartingIsStartedWithoutIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int forks, @ForAll @IntRange(max = 2) int spares) {
        Simulation run = new Simulation(seed, settings(forks, spares), CLASSES, 0, true);
        run.archive = true;
        run.archiveIsBroken = true;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        for (String name : CLASSES) {
            for (String test : ScriptedClass.testsOf(name)) {
                assertEquals(
                        List.of(ScriptedClass.outcomeOf(test)), run.results().get(test), test);
            }
        }
        assertEquals(List.of(Effect.AboutArchive.DOUBT, Effect.AboutArchive.BLAME), run.aboutArchive);
        assertEquals(0, run.statistics().crashes());
    }

    @Property(tries = 1000)
    void itIsNotBlamedForWhatHasAnotherReason(@ForAll long seed) {
        Simulation run = new Simulation(seed, settings(1, 0), CLASSES, 0, true);
        run.archive = true;
        run.brokenFork = 1;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(List.of(Effect.AboutArchive.DOUBT), run.aboutArchive);
        assertEquals(4, run.launches); // three without it
        CLASSES.forEach(
                name -> assertEquals(List.of(ReportKind.ERROR), run.results().get(name + "/<class>"), name));
    }

    @Property(tries = 1000)
    void itIsExaminedAfterACrashOfAWorkerThatStartedFromIt(@ForAll long seed) {
        Simulation run = new Simulation(seed, settings(2, 1), CLASSES, 20, true);
        run.archive = true;
        run.deathStatus = ExitStatus.SIGKILL - 3;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        long examined = run.aboutArchive.stream()
                .filter(effect -> effect == Effect.AboutArchive.EXAMINE)
                .count();
        assertEquals(run.archive, run.aboutArchive.size() == examined);
        assertTrue(run.archive ? examined >= run.statistics().crashes() : !run.aboutArchive.isEmpty());
    }

    /** A disk that is full, or a system that has no process left to give, says nothing of an archive. */
    @Example
    void itIsNotDoubtedWhereThereWasNoProcess() {
        Outbox out = new Outbox(new RunStatistics(), new Audit());
        ArchiveDoubt doubt = new ArchiveDoubt(out);
        ExitInfo noProcess = new ExitInfo(ExitStatus.NO_PROCESS, false, null, false, true);
        assertFalse(doubt.takes(new DeathReason.LaunchFailed(noProcess), 1, 1));
        doubt.started(2);
        assertEquals(List.of(), out.take());
    }

    private static Settings settings(int forks, int spares) {
        RetirePolicy retire = new RetirePolicy(1, false, 0);
        return Configured.forks(forks)
                .retiring(retire)
                .spares(spares)
                .maxCrashes(100)
                .settings();
    }
}
