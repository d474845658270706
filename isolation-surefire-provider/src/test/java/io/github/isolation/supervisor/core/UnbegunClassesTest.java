package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertSetsAreContiguous;
import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.ReportKind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What becomes of classes that were in hand, or waited, and that nobody had begun. */
class UnbegunClassesTest {

    @Property(tries = 500)
    void aClassWhoseWorkersRetireBeforeItIsBegunIsNotForgotten(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int forks, @ForAll boolean platform) {
        Settings settings = Configured.forks(forks).settings();
        List<String> names = names(3);
        Simulation run = new Simulation(seed, settings, names, 0, platform);
        run.retiresBeforeAnything = true;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertSetsAreContiguous(run.told);
        for (String name : names) {
            boolean all = run.results().keySet().containsAll(ScriptedClass.testsOf(name));
            assertTrue(all || run.results().containsKey(name + "/<class>"), name + " is silent: " + run.results());
            assertEquals(2, run.handedOut.get(name), "one more chance, and no more");
        }
        assertTrue(run.results().values().stream().allMatch(List.of(ReportKind.ERROR)::equals));
    }

    /** Its failure is a result; that nobody tries it again is no second one. */
    @Property(tries = 500)
    void whatFailedBeforeMavenEndedTheForkIsNoErrorBesides(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int shutdownAt) {
        Simulation run = new Simulation(seed, Configured.forks(1).reruns(1).settings(), names(1), 0, true);
        run.shutdownAt = shutdownAt;
        run.run();

        boolean triedAgain = run.handedOut.getOrDefault("Class1", 0) > 1;
        assertTrue(run.finished);
        assertTrue(triedAgain || run.results(true).isEmpty(), () -> run.results(true)
                .toString());
    }

    @Property(tries = 5_000)
    void whatMavenEndsIsNotBegunAgain(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 60) int shutdownAt,
            @ForAll @IntRange(max = 1) int reruns,
            @ForAll @IntRange(max = 1) int spares,
            @ForAll boolean mavenFeeds,
            @ForAll boolean sharesPlans) {
        Settings settings = Configured.forks(forks)
                .fedByMaven(mavenFeeds)
                .reruns(reruns)
                .spares(spares)
                .retiring(spares == 0 ? RetirePolicy.NEVER : new RetirePolicy(1, false, 0))
                .sharing(sharesPlans && forks == 1 && !mavenFeeds ? PlanSharing.ALL : PlanSharing.NONE)
                .settings();
        Simulation run = new Simulation(seed, settings, names(6), 0, true);
        run.sharesPlans = sharesPlans;
        run.shutdownAt = shutdownAt;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        if (reruns == 0) { // each attempt is a set
            assertSetsAreContiguous(run.told);
        }
        assertEquals(run.launchesByThen, run.launches);
        for (String name : mavenFeeds ? List.<String>of() : names(6)) {
            boolean all = run.results().keySet().containsAll(ScriptedClass.testsOf(name));
            boolean blamed = run.results().entrySet().stream()
                    .anyMatch(result -> result.getKey().startsWith(name)
                            && result.getValue().contains(ReportKind.ERROR));
            assertTrue(all || blamed, name + " is silent: " + run.results());
        }
    }
}
