package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Runs that are told which worker of which fork runs what, in executions in which workers die and retire whenever they like. */
class ReplayTest {
    private static final Path NOWHERE = Path.of("pom.xml", "books");

    /** What is to be run again: for each fork its workers, for each of those its classes. */
    private record Script(Map<Integer, List<List<String>>> workers, List<String> classes) {
        /** Of up to so many classes, in an order in which they may have been handed out. */
        static Script of(long seed, int forks, int classes) {
            Random chance = new Random(seed);
            Map<Integer, List<List<String>>> workers = new TreeMap<>();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                // Some are too many for one worker, and some forks have none.
                int fork = 1 + chance.nextInt(forks);
                String name = (chance.nextInt(4) == 0 ? "Wide" : "C") + i;
                List<List<String>> ofFork = workers.computeIfAbsent(fork, any -> new ArrayList<>());
                if (ofFork.isEmpty() || chance.nextInt(3) == 0) {
                    ofFork.add(new ArrayList<>());
                }
                ofFork.get(ofFork.size() - 1).add(name);
                names.add(name);
            }
            return new Script(workers, names);
        }

        List<String> ofFork(int fork) {
            return workers.getOrDefault(fork, List.of()).stream()
                    .flatMap(List::stream)
                    .toList();
        }

        int workerOf(String name) {
            int number = 0;
            for (List<List<String>> ofFork : workers.values()) {
                for (List<String> ofWorker : ofFork) {
                    number++;
                    if (ofWorker.contains(name)) {
                        return number;
                    }
                }
            }
            throw new AssertionError(name);
        }

        Simulation simulation(long seed, Settings settings, int killPercent) {
            return new Simulation(seed, settings, classes, Placement.replay(workers), killPercent, true);
        }
    }

    @Property(tries = 1_000)
    void asLongAsNobodyDiesEachWorkerRunsWhatOneWorkerRanInThatOrderAndThatFork(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(max = 20) int classes,
            @ForAll @IntRange(max = 4) int spares) {
        Script script = Script.of(seed, forks, classes);
        Simulation run = script.simulation(
                        seed, Configured.forks(forks).spares(spares).settings(), 0)
                .run();

        Accounting.assertAccounts(run, script.classes());
        assertEquals(script.workers(), workersThatRan(run));
        int retirements =
                script.workers().values().stream().mapToInt(List::size).sum()
                        - script.workers().size();
        assertTrue(
                retirements == 0 || run.statistics().summary(forks).contains(retirements + " retired for the replay"),
                () -> run.statistics().summary(forks));
    }

    @Property(tries = 2_000)
    void whateverBecomesOfTheWorkersEachClassIsRunOnceAndTheListOfItsForkGoesOn(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(max = 12) int classes,
            @ForAll @IntRange(max = 8) int killPercent,
            @ForAll @IntRange(max = 4) int hangPercent,
            @ForAll @IntRange(max = 15) int ways) {
        int reruns = ways == 12 ? 1 : 0;
        Script script = Script.of(seed, forks, classes);
        Settings settings = Configured.forks(forks)
                .limits(1_000, (ways & 1) != 0 ? 5_000_000 : 0)
                .retiring(new RetirePolicy(0, (ways & 2) != 0, 0))
                .reruns(reruns)
                .spares((ways & 4) != 0 ? forks : 0)
                .settings();
        Simulation run = script.simulation(seed, settings, killPercent);
        run.hangPercent = hangPercent;
        run.retiresImmediately = (ways & 8) != 0;
        BookedEdge books = BookedEdge.whole(NOWHERE, script.classes(), reruns);
        run.edge = books;
        run.run();

        if (reruns == 0) { // another attempt is another test set
            Accounting.assertAccounts(run, script.classes());
        }
        assertTrue(run.finished && run.nothingIsHeld());
        assertEquals(List.of(), books.differences(run, line -> line));
        for (int fork = 1; fork <= forks; fork++) {
            assertEquals(script.ofFork(fork), firstHands(run, fork), "fork " + fork);
        }
        assertNobodyBeganWhatTwoWorkersRan(run, script);
    }

    @Property(tries = 1_000)
    void whatAForkThatBreaksLeavesIsRunByTheOthersWorkerByWorkerAfterTheirOwn(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int forks,
            @ForAll @IntRange(min = 1, max = 12) int classes,
            @ForAll @IntRange(max = 3) int startsBeforeItBreaks) {
        Script script = Script.of(seed, forks, classes);
        Simulation run = script.simulation(seed, Configured.forks(forks).settings(), 0);
        run.brokenFork = 1;
        run.startsBeforeItBreaks = startsBeforeItBreaks;
        run.run();

        Accounting.assertAccounts(run, script.classes());
        for (String name : script.classes()) {
            for (String test : ScriptedClass.testsOf(name)) {
                assertEquals(
                        List.of(ScriptedClass.outcomeOf(test)), run.results().get(test), test);
            }
        }
        for (int fork = 2; fork <= forks; fork++) {
            List<String> own = script.ofFork(fork);
            List<String> ran = firstHands(run, fork);
            assertEquals(own, ran.subList(0, Math.min(own.size(), ran.size())), "fork " + fork);
        }
        assertNobodyBeganWhatTwoWorkersRan(run, script);
    }

    @Example
    void whatIsLeftOfAClassIsFollowedByWhatComesNextAndNotByWhatAThirdWorkerRan() {
        Map<Integer, List<List<String>>> workers = Map.of(1, List.of(List.of("A", "B"), List.of("C", "D")));
        Simulation run = new Simulation(
                4, Configured.forks(1).settings(), List.of("A", "B", "C", "D"), Placement.replay(workers), 0, true);
        run.retiresImmediately = true; // in the middle of each class
        run.run();

        assertEquals(
                List.of(List.of("A"), List.of("A", "B"), List.of("B", "C"), List.of("C", "D"), List.of("D")),
                workersThatRan(run).get(1));
    }

    @Example
    void aWorkerThatIsGoingToBeFollowedHasASpareAndTheLastOneHasNone() {
        Map<Integer, List<List<String>>> workers = Map.of(1, List.of(List.of("A", "B"), List.of("C"), List.of("D")));
        Simulation run = new Simulation(
                1,
                Configured.forks(1).spares(1).settings(),
                List.of("A", "B", "C", "D"),
                Placement.replay(workers),
                0,
                true);
        run.sparesAreQuick = true;
        run.run();
        assertEquals(workers, workersThatRan(run));
        assertEquals(Set.of(2, 3), run.spares);
        assertEquals(3, run.launches);
    }

    @Example
    void aForkWithAHighNumberIsThereThoughThereAreFewClasses() {
        Map<Integer, List<List<String>>> workers = Map.of(90, List.of(List.of("A")));
        Simulation run = new Simulation(
                        1, Configured.forks(100).settings(), List.of("A"), Placement.replay(workers), 0, true)
                .run();
        assertTrue(run.finished);
        assertEquals(Map.of("A", Set.of(90)), run.forksOf);
        assertFalse(run.results().isEmpty());
    }

    private static Map<Integer, List<List<String>>> workersThatRan(Simulation run) {
        Map<Integer, Map<Integer, List<String>>> ran = new TreeMap<>();
        for (Simulation.Hand hand : run.hands) {
            ran.computeIfAbsent(hand.fork(), fork -> new LinkedHashMap<>())
                    .computeIfAbsent(hand.serial(), serial -> new ArrayList<>())
                    .add(hand.className());
        }
        Map<Integer, List<List<String>>> lists = new TreeMap<>();
        ran.forEach((fork, workers) -> lists.put(fork, List.copyOf(workers.values())));
        return lists;
    }

    /** The classes of a fork in the order in which a worker of it first had them. */
    private static List<String> firstHands(Simulation run, int fork) {
        return run.hands.stream()
                .filter(hand -> hand.fork() == fork)
                .map(Simulation.Hand::className)
                .distinct()
                .toList();
    }

    private static void assertNobodyBeganWhatTwoWorkersRan(Simulation run, Script script) {
        Set<String> begun = new HashSet<>();
        Map<Integer, Set<Integer>> roles = new HashMap<>();
        for (Simulation.Hand hand : run.hands) {
            if (begun.add(hand.className())) {
                roles.computeIfAbsent(hand.serial(), any -> new HashSet<>()).add(script.workerOf(hand.className()));
            }
        }
        roles.forEach((serial, ofWorkers) -> assertEquals(1, ofWorkers.size(), "worker " + serial + ": " + run.hands));
    }
}
