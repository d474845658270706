package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.ReportKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Forks with nothing to run take over what others have not begun. */
class TailTest {
    private static final Path NOWHERE = Path.of("pom.xml", "books");

    private static Simulation simulation(long seed, Settings settings, List<String> classes, int killPercent) {
        Simulation run = new Simulation(seed, settings, classes, killPercent, true);
        run.divides = true;
        run.millisPerStep = 100;
        return run;
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Property(tries = 10_000)
    void whateverBecomesOfTheWorkersEachClassIsOneTestSetWithEachTestOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int forks,
            @ForAll @IntRange(max = 3) int otherClasses,
            @ForAll @IntRange(max = 8) int killPercent,
            @ForAll @IntRange(max = 23) int ways) {
        Settings settings = Configured.forks(forks)
                .retiring(new RetirePolicy(ways % 3, (ways & 2) != 0, 0))
                .spares((ways & 4) != 0 ? 1 : 0)
                .splitting(ways % 5 == 0 ? Splitting.MARKED : Splitting.TAIL)
                .settings();
        List<String> names = with(names(otherClasses), "Wide1", "Wide2");
        Simulation run = simulation(seed, settings, names, killPercent);
        run.retiresImmediately = (ways & 8) != 0;
        BookedEdge books = BookedEdge.whole(NOWHERE, names, 0);
        run.edge = books;
        run.run();

        Accounting.assertAccounts(run, names);
        for (String name : List.of("Wide1", "Wide2")) {
            for (String test : ScriptedClass.testsOf(name)) {
                List<ReportKind> kinds = run.results().getOrDefault(test, List.of());
                boolean classBlamed = run.results().containsKey(name + "/<class>");
                assertTrue(kinds.size() == 1 || (classBlamed && kinds.isEmpty()), test + " has results " + kinds);
                if (killPercent == 0) {
                    assertEquals(List.of(ScriptedClass.outcomeOf(test)), kinds, test);
                }
            }
        }
        assertEquals(List.of(), books.differences(run, line -> line));
    }

    @Property(tries = 2_000)
    void theOnlyClassKeepsAllForksBusy(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks) {
        Settings settings = Configured.forks(forks).splitting(Splitting.TAIL).settings();
        Simulation run = simulation(seed, settings, List.of("Wide1"), 0);
        run.everythingPasses = true;
        run.run();

        assertTrue(run.isGreen() && run.nothingIsHeld());
        Accounting.assertSetsAreContiguous(run.told);
        assertEquals(ScriptedClass.MANY, run.results().size());
        assertTrue(run.forksOf.get("Wide1").size() > 1, () -> "it ran in " + run.forksOf);
        assertTrue(run.mostWithOneClass > 1);
    }

    @Property(tries = 2_000)
    void whoHasAClassLeftTakesNothingBack(@ForAll long seed) {
        Settings settings = Configured.forks(2).splitting(Splitting.TAIL).settings();
        Simulation run = simulation(seed, settings, List.of("Wide1", "Class1", "Class2"), 0);
        run.everythingPasses = true;
        run.run();

        List<String> order = run.hands.stream().map(Simulation.Hand::className).toList();
        assertEquals(
                List.of("Wide1", "Class1", "Class2"), order.stream().distinct().toList());
    }

    @Example
    void nothingIsSharedWhereThatIsNotWanted() {
        Simulation run = simulation(1, Configured.forks(2).settings(), List.of("Wide1"), 0);
        run.run();
        assertEquals(1, run.handedOut.get("Wide1"));
        assertEquals(1, run.launches);
    }

    /** What is over in no time is not worth the set-up of another. */
    @Example
    void nothingIsSharedThatIsOverAtOnce() {
        Settings settings = Configured.forks(2).splitting(Splitting.TAIL).settings();
        Simulation run = simulation(1, settings, List.of("Wide1", "Class1"), 0);
        run.millisPerStep = 1;
        run.run();
        assertEquals(1, run.handedOut.get("Wide1"));
    }

    @Example
    void aClassOfAGroupStaysInItsFork() {
        Settings settings = Configured.forks(2).splitting(Splitting.TAIL).settings();
        Placement group = Placement.sameFork(java.util.Map.of("Wide1", "g"));
        Simulation run = new Simulation(1, settings, List.of("Wide1", "Class1"), group, 0, true);
        run.divides = true;
        run.millisPerStep = 100;
        run.run();
        assertEquals(1, run.handedOut.get("Wide1"));
    }

    @Example
    void whereItIsNotWantedItIsSaidThatItWouldHaveHelped() {
        Settings settings = Configured.forks(2).splitting(Splitting.MARKED).settings();
        Simulation run = new Simulation(1, settings, List.of("Wide1", "Class1"), 0, true);
        run.millisPerStep = 1_000;
        run.run();
        List<String> advice = run.told.stream()
                .filter(event -> event instanceof Logged)
                .map(event -> String.valueOf(((Logged) event).message()))
                .toList();
        assertEquals(1, advice.size(), advice.toString());
        assertTrue(
                advice.get(0)
                        .matches("isolation: at the end one fork worked alone for \\d+\\.\\d s of \\d+\\.\\d s,"
                                + " at last at Wide1\\. .*isolation\\.splitClasses=tail.*"),
                advice.get(0));
    }

    @Example
    void itIsSaidOnceThatAClassIsShared() {
        Settings settings = Configured.forks(3).splitting(Splitting.TAIL).settings();
        Simulation run = simulation(1, settings, List.of("Wide1", "Wide2", "Class1"), 0);
        run.run();
        assertEquals(
                1,
                run.told.stream()
                        .filter(event -> event instanceof Logged line
                                && String.valueOf(line.message()).contains("isolation.splitClasses"))
                        .count());
    }
}
