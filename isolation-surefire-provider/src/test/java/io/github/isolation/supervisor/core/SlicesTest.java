package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.ReportKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Classes of which several workers have a part at the same time: each is one test set, with every test in it once. */
class SlicesTest {
    private static final Path NOWHERE = Path.of("pom.xml", "books");

    @Property(tries = 10_000)
    void whateverBecomesOfTheWorkersThatShareAClassItIsOneTestSetWithEachTestOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int forks,
            @ForAll @IntRange(max = 3) int otherClasses,
            @ForAll @IntRange(max = 8) int killPercent,
            @ForAll @IntRange(max = 4) int hangPercent,
            @ForAll @IntRange(max = 15) int ways) {
        int reruns = ways == 12 ? 1 : 0;
        Settings settings = Configured.forks(forks)
                .limits(1_000, (ways & 1) != 0 ? 5_000_000 : 0)
                .retiring(new RetirePolicy(ways % 3, (ways & 2) != 0, 0))
                .reruns(reruns)
                .spares((ways & 4) != 0 ? 1 : 0)
                .settings();
        Simulation run = new Simulation(seed, settings, names(otherClasses), killPercent, true);
        run.hangPercent = hangPercent;
        run.retiresImmediately = (ways & 8) != 0;
        run.dividing("Wide1", parts("Wide1", seed)).dividing("Wide2", parts("Wide2", seed + 1));
        List<String> names = new ArrayList<>(names(otherClasses));
        names.add("Wide1");
        names.add("Wide2");
        BookedEdge books = BookedEdge.whole(NOWHERE, names, reruns);
        run.edge = books;
        run.run();

        if (reruns == 0) { // another attempt is another test set
            Accounting.assertAccounts(run, names);
        }
        assertTrue(run.finished && run.nothingIsHeld());
        for (String name : List.of("Wide1", "Wide2")) {
            for (String test : ScriptedClass.testsOf(name)) {
                assertResult(run, test, killPercent == 0 && hangPercent == 0, reruns > 0);
            }
        }
        assertEquals(
                run.results().values().stream().mapToInt(List::size).sum(),
                run.statistics().results(),
                "what is counted is what was told");
        assertEquals(List.of(), books.differences(run, line -> line));
    }

    private static void assertResult(Simulation run, String test, boolean nobodyDies, boolean again) {
        List<ReportKind> kinds = run.results().getOrDefault(test, List.of());
        assertEquals(1, kinds.size(), test + " has results " + kinds);
        boolean blamed = !again && (run.killed.contains(test) || run.hung.contains(test)); // in which attempt?
        assertTrue(kinds.get(0) == ReportKind.ERROR || !blamed, test + " was in flight, and is " + kinds);
        // What another's death leaves behind may be an error that it was not run, and never anything else.
        boolean own = kinds.get(0) == ScriptedClass.outcomeOf(test);
        assertTrue(own || (kinds.get(0) == ReportKind.ERROR && !nobodyDies), test + " is " + kinds);
    }

    @Property(tries = 1_000)
    void workersThatLiveHavePartsOfAClassAtTheSameTimeAndAllOfThemPass(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks) {
        Simulation run = new Simulation(seed, Configured.forks(forks).settings(), List.of(), 0, true);
        run.everythingPasses = true;
        run.dividing("Wide1", List.of(tests("Wide1", 1, 3), tests("Wide1", 4, 4), tests("Wide1", 5, 9)))
                .run();

        assertTrue(run.finished && run.nothingIsHeld() && run.isGreen());
        Accounting.assertSetsAreContiguous(run.told);
        for (String test : ScriptedClass.testsOf("Wide1")) {
            assertEquals(List.of(ReportKind.SUCCEEDED), run.results().get(test), test);
        }
        assertTrue(run.mostWithOneClass >= 2, "at most " + run.mostWithOneClass + " at a time");
        assertEquals(3, run.handedOut.get("Wide1"));
    }

    @Property(tries = 1_000)
    void inOneForkThePartsOfAClassFollowOneAnother(@ForAll long seed, @ForAll @IntRange(max = 10) int killPercent) {
        Simulation run = new Simulation(seed, Configured.forks(1).settings(), names(2), killPercent, true);
        run.dividing("Wide1", parts("Wide1", seed)).run();

        Accounting.assertAccounts(run, List.of("Class1", "Class2", "Wide1"));
    }

    /** Such a test has its result; it is none of the part that is tried again either. */
    @Example
    void whatFailedInThreePartsIsTriedAgainInOneAttempt() {
        Simulation run = new Simulation(5, Configured.forks(2).reruns(1).settings(), List.of(), 0, true);
        run.dividing("Wide1", List.of(tests("Wide1", 1, 3), tests("Wide1", 4, 9)))
                .run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(List.of(ReportKind.FAILED), run.results(true).get("Wide1/test3"));
        assertEquals(1, run.results(true).size());
        assertEquals(3, run.handedOut.get("Wide1"));
    }

    @Example
    void aPartThatNoWorkerStartsForIsAnErrorForEachOfItsTests() {
        Simulation run = new Simulation(5, Configured.forks(2).settings(), List.of(), 0, true);
        run.brokenFork = 1;
        run.dividing("Wide1", List.of(tests("Wide1", 1, 3), tests("Wide1", 4, 9)));
        run.run();

        Accounting.assertAccounts(run, List.of());
        assertEquals(ScriptedClass.MANY, run.results().size());
        assertTrue(run.told.stream().anyMatch(event -> event instanceof Logged));
    }

    private static List<String> tests(String className, int first, int last) {
        return ScriptedClass.testsOf(className).subList(first - 1, last);
    }

    /** Two to four parts, of any of its tests. */
    private static List<List<String>> parts(String className, long seed) {
        Random chance = new Random(seed);
        List<String> tests = new ArrayList<>(ScriptedClass.testsOf(className));
        Collections.shuffle(tests, chance);
        List<List<String>> parts = new ArrayList<>();
        int count = 2 + chance.nextInt(3);
        int from = 0;
        for (int left = count; left > 1; left--) {
            int to = from + 1 + chance.nextInt(tests.size() - from - left + 1);
            parts.add(tests.subList(from, to));
            from = to;
        }
        parts.add(tests.subList(from, tests.size()));
        return parts;
    }
}
