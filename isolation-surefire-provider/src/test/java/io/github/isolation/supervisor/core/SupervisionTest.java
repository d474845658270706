package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertAccounts;
import static io.github.isolation.supervisor.core.Accounting.assertSetsAreContiguous;
import static io.github.isolation.supervisor.core.Accounting.names;
import static io.github.isolation.supervisor.core.Accounting.tests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.ReportKind;
import io.github.isolation.supervisor.core.life.ExitStatus;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What a supervisor promises (src-site/how-it-works.md), over executions in which workers die whenever they like (L15, L16,
 * L22, L24, L25).
 */
class SupervisionTest {
    private static final int SIGSEGV = 139;

    @Property(tries = 10_000)
    void everyTestIsReportedOnceWhateverDies(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(min = 0, max = 8) int classes,
            @ForAll @IntRange(max = 10) int killPercent,
            @ForAll @IntRange(max = 2) int retireEvery,
            @ForAll boolean retireOnFailure,
            @ForAll boolean mavenFeeds,
            @ForAll boolean fromOutside,
            @ForAll @IntRange(max = 2) int spares) {
        Settings settings = Configured.forks(forks)
                .fedByMaven(mavenFeeds)
                .retiring(new RetirePolicy(retireEvery, retireOnFailure, 0))
                .spares(spares)
                .settings();
        List<String> names = names(classes);
        Simulation run = new Simulation(seed, settings, names, killPercent, true);
        run.deathStatus = fromOutside ? ExitStatus.SIGKILL : SIGSEGV;
        run.run();

        assertAccounts(run, names);
        Map<String, List<ReportKind>> results = run.results();
        // A class that dies over and over before its first test ends as errors, never as passes. One that is killed
        // from
        // outside is tried until its tests are known, so that each of them has a result.
        for (String test : tests(fromOutside ? names : run.planned)) {
            ReportKind wanted = run.killed.contains(test) ? ReportKind.ERROR : ScriptedClass.outcomeOf(test);
            ReportKind reported = results.get(test).get(0);
            assertTrue(reported == wanted || reported == ReportKind.ERROR, test + ": " + reported);
        }
        if (killPercent == 0) {
            assertEquals(0, run.statistics().crashes());
            assertEquals(tests(names).size(), results.size());
        }
    }

    /** There was an object for each, and no memory left. */
    @Example
    void moreForksThanAnybodyHasClassesForCostNothing() {
        List<String> names = names(3);
        Simulation run = new Simulation(1, Configured.forks(Integer.MAX_VALUE).settings(), names, 0, true).run();
        assertAccounts(run, names);
        assertEquals(tests(names).size(), run.results().size());
    }

    @Property(tries = 1000)
    void anEngineThatCannotBeResumedLosesNoClassAndCallsNothingPassed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll @IntRange(max = 5) int killPercent) {
        Settings settings = Configured.forks(forks).settings();
        List<String> names = names(classes);
        Simulation run = new Simulation(seed, settings, names, killPercent, false).run();

        assertSetsAreContiguous(run.told);
        assertTrue(run.finished && run.nothingIsHeld());
        for (String name : names) {
            boolean complete = run.results().keySet().containsAll(ScriptedClass.testsOf(name));
            boolean blamed = run.results().containsKey(name + "/<class>");
            assertTrue(complete || blamed, name + " has neither all its tests nor an error: " + run.results());
        }
    }

    @Property(tries = 500)
    void whenTheCapIsReachedTheRestIsAnErrorEachAndNothingIsSilent(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 3) int maxCrashes,
            @ForAll boolean mavenFeeds) {
        Settings settings = Configured.forks(forks)
                .fedByMaven(mavenFeeds)
                .maxCrashes(maxCrashes)
                .settings();
        List<String> names = names(12);
        Simulation run = new Simulation(seed, settings, names, 15, true).run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertSetsAreContiguous(run.told);
        for (String name : names) {
            boolean complete = run.results().keySet().containsAll(ScriptedClass.testsOf(name));
            boolean refused = run.results().containsKey(name + "/<class>");
            assertTrue(complete || refused, name + " is silent: " + run.results());
        }
    }

    @Property(tries = 5_000)
    void workersThatRetireInsideAClassLoseAndRepeatNothing(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 6) int classes,
            @ForAll @IntRange(max = 5) int killPercent) {
        Settings settings = Configured.forks(forks).settings();
        List<String> names = names(classes);
        Simulation run = new Simulation(seed, settings, names, killPercent, true);
        run.retiresImmediately = true;
        run.run();

        assertAccounts(run, names);
        if (killPercent == 0) {
            assertEquals(0, run.statistics().crashes());
            tests(names)
                    .forEach(test -> assertEquals(
                            List.of(ScriptedClass.outcomeOf(test)),
                            run.results().get(test),
                            test));
        }
    }

    @Property(tries = 100)
    void aClassWhoseWorkersRetireBeforeItsFirstTestIsAnErrorForEachOfThem(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int forks) {
        Settings settings = Configured.forks(forks).settings();
        List<String> names = names(3);
        Simulation run = new Simulation(seed, settings, names, 0, true);
        run.retiresBeforeTests = true;
        run.run();

        assertAccounts(run, names);
        tests(names)
                .forEach(test ->
                        assertEquals(List.of(ReportKind.ERROR), run.results().get(test), test));
    }

    @Property(tries = 5_000)
    void whatFailsIsTriedAgainAsOftenAsTheUserWantsAndNothingElseIs(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 4) int classes,
            @ForAll @IntRange(min = 1, max = 3) int reruns) {
        Settings settings = Configured.forks(forks).reruns(reruns).settings();
        List<String> names = names(classes);
        Simulation run = new Simulation(seed, settings, names, 0, true).run();

        assertTrue(run.finished && run.nothingIsHeld());
        Map<String, List<ReportKind>> again = run.results(true);
        for (String test : tests(names)) {
            boolean fails = ScriptedClass.outcomeOf(test).isFailure();
            assertEquals(1, run.results().get(test).size(), test);
            assertEquals(fails ? reruns : 0, again.getOrDefault(test, List.of()).size(), test);
        }
    }

    @Property(tries = 2_500)
    void noClassBeginsWhileItsForkIsBeingPutInOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 6) int classes,
            @ForAll @IntRange(max = 5) int killPercent,
            @ForAll @IntRange(max = 20) int untidyPercent,
            @ForAll boolean mavenFeeds) {
        Settings settings =
                Configured.forks(forks).fedByMaven(mavenFeeds).tidying().settings();
        List<String> names = names(classes);
        Simulation run = new Simulation(seed, settings, names, killPercent, true);
        run.untidyPercent = untidyPercent;
        run.run();

        assertAccounts(run, names);
        assertEquals(0, run.handedWhileTidying);
        assertEquals(0, run.handedUnrestored);
        if (killPercent == 0 && !mavenFeeds) {
            // For whom would it be after the last class of a fork?
            assertTrue(run.restorations < classes, "of " + classes + " " + run.restorations);
            assertTrue(run.restorations >= classes - forks, "of " + classes + " " + run.restorations);
        }
        if (killPercent == 0) {
            assertEquals(classes, run.tidyings, "after each class");
            assertEquals(0, run.statistics().crashes());
            assertEquals(tests(names).size(), run.results().size());
        }
    }

    @Property(tries = 5_000)
    void classesThatShareAPlanAreAccountedForOneByOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int classes,
            @ForAll @IntRange(max = 8) int killPercent,
            @ForAll boolean retireImmediately,
            @ForAll @IntRange(max = 1) int reruns,
            @ForAll boolean fromOutside) {
        List<String> names = names(classes);
        Settings settings =
                Configured.forks(1).sharing(PlanSharing.ALL).reruns(reruns).settings();
        Simulation run = new Simulation(seed, settings, names, killPercent, true);
        run.sharesPlans = true;
        run.retiresImmediately = retireImmediately;
        run.deathStatus = fromOutside ? ExitStatus.SIGKILL : SIGSEGV;
        run.run();

        if (reruns == 0) {
            assertAccounts(run, names);
        }
        assertTrue(run.finished && run.nothingIsHeld());
        assertTrue(classes < 3 || retireImmediately || killPercent > 0 || run.offered > 0, "nothing was offered");
        if (killPercent == 0) {
            assertEquals(0, run.statistics().crashes());
            tests(names)
                    .forEach(test -> assertEquals(
                            List.of(ScriptedClass.outcomeOf(test)),
                            run.results().get(test),
                            test));
        }
    }

    @Example
    void haltInTheSecondOfThreeTestsCostsOneTest() {
        Simulation run = new Simulation(7, Configured.forks(1).maxCrashes(4).settings(), names(6), 0, true).run();
        assertEquals(24, run.results().size());
        assertEquals(
                "isolation: 24 tests in 1 fork, 1 worker, 0 crashes, 0 timeouts, 0 not run",
                run.statistics().summary(1));
    }

    @Example
    void everyClassInAWorkerOfItsOwnWhenAskedTo() {
        Settings settings = Configured.forks(2)
                .retiring(new RetirePolicy(1, false, 0))
                .maxCrashes(4)
                .settings();
        Simulation run = new Simulation(7, settings, names(5), 0, true).run();
        assertTrue(run.launches >= 5, "launches: " + run.launches);
        assertEquals(0, run.statistics().crashes());
    }
}
