package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

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

    @Property(tries = 2_000)
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

    @Property(tries = 1_000)
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

    @Property(tries = 1_000)
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
        Placement group = Placement.sameFork(Map.of("Wide1", "g"));
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

    /** A worker was asked, and something else happens before it answers. */
    private static Driven asked() {
        Driven run = new Driven(Configured.forks(2).splitting(Splitting.TAIL).settings(), "A");
        run.says(1, new Event.Hello(0, "", 1), new Event.NextTest(-1));
        run.says(
                1,
                new Event.Planned(List.of(planned("A/1"), planned("A/2"), planned("A/3"))),
                new Event.Divisible("A", List.of()),
                new Event.Began("A", true),
                report(ReportKind.SET_STARTING, null),
                new Event.Began("A/1", false),
                report(ReportKind.STARTING, "A/1"));
        run.now = 60_000;
        run.takes(new Input.Tick());
        assertEquals(List.of("A/3"), run.told(Command.GiveBack.class).get(0).members());
        return run;
    }

    private static Event report(ReportKind kind, @Nullable String test) {
        return new Reported(kind, new TestReport(false, 1, "A", null, test, null, null, 0, null, Map.of(), null, test));
    }

    private static PlannedTest planned(String id) {
        return new PlannedTest(id, "A", id, false);
    }

    @Example
    void whatIsGivenBackAfterTheUserWantsNothingMoreDoesNotRun() {
        Driven run = asked();
        run.takes(new Input.SkipRest());
        run.says(1, new Event.GivenBack(1, List.of("A/3")));
        assertEquals(List.of("1 A"), run.handed());
        assertEquals(
                1, run.effects.stream().filter(Effect.Launch.class::isInstance).count(), "nobody is started for it");
        assertTrue(
                run.heard(Reported.class).stream().noneMatch(said -> said.kind().isResult()), "no error, no result");
    }

    @Example
    void whatIsGivenBackAfterMavenHasEndedTheForkIsAnError() {
        Driven run = asked();
        run.takes(new Input.Shutdown("EXIT"));
        run.says(1, new Event.GivenBack(1, List.of("A/3")));
        assertEquals(List.of("1 A"), run.handed());
        assertTrue(run.heard(Reported.class).stream()
                .anyMatch(result -> result.kind() == ReportKind.ERROR
                        && "A/3".equals(result.report().name())));
    }

    @Example
    void whoDiesBeforeItAnswersHasGivenNothing() {
        Driven run = asked();
        run.ends(1);
        run.says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        assertEquals(List.of("1 A", "2 A"), run.handed());
        assertEquals(
                Set.of("A/1"),
                run.told(Command.Narrow.class).get(0).finalIds(),
                "the one that it had begun, and no more");
    }

    @Example
    void whatAWorkerGivesBackUnaskedIsNotBelieved() {
        Driven run = asked();
        run.says(1, new Event.GivenBack(99, List.of("A/3", "A/2")));
        assertEquals(List.of("1 A"), run.handed());
        assertEquals(0, run.heard(Logged.class).size());
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
