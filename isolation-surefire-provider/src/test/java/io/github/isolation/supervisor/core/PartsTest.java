package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command.OnlyPart;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.supervisor.core.account.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A class of which several machines have parts: each test is in the reports of one of them. */
class PartsTest {

    /** Of each machine, its part: the members are given to them by chance. */
    private static List<ClassPart> parts(Random random, String className, int machines) {
        List<List<String>> members = new ArrayList<>();
        IntStream.range(0, machines).forEach(i -> members.add(new ArrayList<>()));
        for (String test : ScriptedClass.testsOf(className)) {
            members.get(random.nextInt(machines)).add(ScriptedClass.member(test));
        }
        List<ClassPart> parts = new ArrayList<>();
        for (int part = 1; part < machines; part++) {
            // What is gone since the plan was made is in nobody's class.
            members.get(part - 1).add("gone" + part);
            parts.add(new ClassPart(part, machines, members.get(part - 1)));
        }
        List<String> named =
                members.subList(0, machines - 1).stream().flatMap(List::stream).toList();
        parts.add(new ClassPart(machines, machines, named));
        return parts;
    }

    @Property(tries = 3_000)
    void whateverBecomesOfWorkersEachTestIsInTheReportsOfOneMachine(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 2, max = 4) int machines,
            @ForAll @IntRange(max = 8) int killPercent,
            @ForAll @IntRange(max = 31) int ways) {
        String name = (ways & 16) != 0 ? "WideWhole1" : "Wide1";
        Settings settings = Configured.forks(forks)
                .retiring(new RetirePolicy(ways % 3, (ways & 2) != 0, 0))
                .spares((ways & 4) != 0 ? 1 : 0)
                .splitting(ways % 5 == 0 ? Splitting.MARKED : Splitting.TAIL)
                .settings();
        List<ClassPart> parts = parts(new Random(seed), name, machines);
        List<String> all = new ArrayList<>();
        boolean blamed = false;
        for (int machine = 1; machine <= machines; machine++) {
            List<String> classes = List.of("Class" + machine, name);
            Simulation run = new Simulation(seed + machine, settings, classes, killPercent, true);
            run.divides = forks > 1;
            run.millisPerStep = 100;
            run.retiresImmediately = (ways & 8) != 0;
            run.withParts(Map.of(name, parts.get(machine - 1))).run();
            assertTrue(run.finished && run.nothingIsHeld());
            run.results().forEach((test, kinds) -> {
                if (test.startsWith(name + "/test")) {
                    assertEquals(1, kinds.size(), test);
                    all.add(test);
                }
            });
            blamed |= run.results().containsKey(name + "/<class>");
        }
        List<String> expected = ScriptedClass.testsOf(name);
        assertEquals(all.stream().distinct().count(), all.size(), "two machines ran one of " + all);
        assertTrue(blamed || all.size() == expected.size(), all + " of " + expected);
        assertTrue(killPercent > 0 || !blamed);
    }

    @Example
    void whatFailedIsTriedAgainAndNothingElseOfTheClass() {
        Settings settings = Configured.forks(1).reruns(1).settings();
        Simulation run = new Simulation(1, settings, List.of("Wide1"), 0, true);
        run.withParts(Map.of("Wide1", new ClassPart(2, 2, List.of("test1", "test2"))))
                .run();
        List<String> own =
                ScriptedClass.testsOf("Wide1").stream().skip(2).sorted().toList();
        assertEquals(own, List.copyOf(run.results().keySet()));
        assertEquals(List.of(ReportKind.FAILED), run.results(true).get("Wide1/test3"));
        assertEquals(1, run.results(true).size());
    }

    /** All its members are gone, so nobody is told of a test set. */
    @Example
    void aPartWithNothingInItIsGreenAndSaysNothing() {
        Simulation run = new Simulation(1, Configured.forks(1).settings(), List.of("Wide1"), 0, true);
        run.withParts(Map.of("Wide1", new ClassPart(1, 2, List.of("gone")))).run();
        assertTrue(run.isGreen());
        assertTrue(run.told.stream().noneMatch(Event.Reported.class::isInstance), run.told.toString());
    }

    @Example
    void aClassThatIsNoLongerDivisibleIsSaidToBeOnce() {
        for (int part = 1; part <= 2; part++) {
            Settings settings = Configured.forks(1).reruns(1).settings();
            Simulation run = new Simulation(1, settings, List.of("WideWhole"), 0, true);
            run.withParts(Map.of("WideWhole", new ClassPart(part, 2, List.of("test1"))))
                    .run();
            assertEquals(part == 1 ? ScriptedClass.MANY : 0, run.results().size());
            List<String> lines = lines(run.told)
                    .filter(line -> line.contains("stay together"))
                    .toList();
            assertEquals(1, lines.size());
            assertTrue(lines.get(0).endsWith(part == 1 ? "the whole class" : "nothing of it"), lines.get(0));
        }
    }

    /** All machines would run all of it, and each of them would be green. */
    @Example
    void aWorkerThatDoesNotSayWhatItsPartIsIsNotBelieved() {
        Simulation run = new Simulation(1, Configured.forks(1).settings(), List.of("Wide1"), 0, true);
        run.withoutFilter = true;
        run.everythingPasses = true;
        run.withParts(Map.of("Wide1", new ClassPart(1, 2, List.of("test1")))).run();
        assertFalse(run.isGreen());
        assertTrue(lines(run.told).anyMatch(line -> line.contains("no worker has said which of its tests that is")));
    }

    /** It is an error, and needs no other. */
    @Example
    void aClassThatCannotBeDiscoveredHasNoMembersThatAnybodyCouldSay() {
        List<String> classes = List.of("Undiscoverable1");
        Simulation run = new Simulation(1, Configured.forks(1).settings(), classes, 0, true);
        run.withParts(Map.of("Undiscoverable1", new ClassPart(1, 2, List.of("test1"))))
                .run();
        assertEquals(1, run.results().size());
        assertTrue(lines(run.told).noneMatch(line -> line.contains("no worker has said")));
    }

    @Example
    void aWorkerThatRunsAnotherPartIsNotBelievedEither() {
        Parts parts = new Parts();
        parts.are(Map.of("A", new ClassPart(1, 2, List.of("a")), "B", new ClassPart(2, 2, List.of("a"))));
        assertTrue(parts.found(new Event.Members("A", false, List.of("a", "b"), List.of("a")))
                .isEmpty());
        assertTrue(parts.found(new Event.Members("B", false, List.of("a", "b"), List.of("b")))
                .isEmpty());
        assertTrue(parts.found(new Event.Members("C", false, List.of("a", "b"), List.of("b")))
                .isEmpty());
        for (String name : List.of("A", "B")) {
            for (boolean whole : List.of(true, false)) {
                Logged line = parts.found(
                                new Event.Members(name, whole, List.of("a", "b"), List.of("a", "c", whole ? "c" : "b")))
                        .orElseThrow();
                assertTrue(
                        line.trace() != null && String.valueOf(line.message()).contains("runs other tests of it"));
            }
        }
    }

    private static Stream<String> lines(List<Event> told) {
        return told.stream().filter(Logged.class::isInstance).map(event -> String.valueOf(((Logged) event).message()));
    }

    @Example
    void aPartIsSaidInPiecesBeforeItsClassAndRunsAlone() {
        List<String> many = IntStream.range(0, Selection.IDS_AT_A_TIME + 1)
                .mapToObj(i -> "method:m" + i + "()")
                .toList();
        List<OnlyPart> commands = new ClassPart(1, 3, many)
                .commands().stream().map(OnlyPart.class::cast).toList();
        assertEquals(2, commands.size());
        assertEquals(
                many.stream().sorted().toList(),
                commands.stream().flatMap(one -> one.members().stream()).toList());
        assertEquals(List.of(new OnlyPart(3, 3, List.of())), new ClassPart(3, 3, List.of()).commands());
    }

    @Property(tries = 300)
    void aPartSharesNoPlanWithOtherClasses(@ForAll long seed) {
        List<String> classes = List.of("Class1", "Class2", "Wide1", "Class3");
        Settings settings = Configured.forks(1).sharing(PlanSharing.ALL).settings();
        Simulation run = new Simulation(seed, settings, classes, 0, true);
        run.sharesPlans = true;
        run.everythingPasses = true;
        run.withParts(Map.of("Wide1", new ClassPart(1, 2, List.of("test1")))).run();
        assertTrue(run.isGreen(), run.told.toString());
        assertEquals(1 + 3 * ScriptedClass.TESTS, run.results().size());
        assertTrue(run.results().containsKey("Wide1/test1"));
    }
}
