package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertSetsAreContiguous;
import static io.github.isolation.supervisor.core.InvocationsInDisorderTest.CITIES;
import static io.github.isolation.supervisor.core.InvocationsInDisorderTest.assertTruth;
import static io.github.isolation.supervisor.core.InvocationsInDisorderTest.pattern;
import static io.github.isolation.supervisor.core.InvocationsInDisorderTest.results;
import static io.github.isolation.supervisor.core.InvocationsInDisorderTest.shuffled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A test whose invocations several forks run. */
class SharedInvocationsTest {
    private static final List<String> CLASSES = List.of("Class1", "Class2");

    private static Simulation simulation(long seed, int forks, int reruns, int killPercent, List<String> classes) {
        Settings settings =
                Configured.forks(forks).reruns(reruns).splitting(Splitting.TAIL).settings();
        Simulation run = new Simulation(seed, settings, classes, killPercent, true);
        run.divides = true;
        run.millisPerStep = 100;
        run.deathStatus = 3;
        return run;
    }

    private static boolean isSaid(Simulation run, String text) {
        return run.told.stream()
                .anyMatch(event -> event instanceof Logged line
                        && String.valueOf(line.message()).contains(text));
    }

    @Property(tries = 1_250)
    void whateverBecomesOfTheWorkersEachInvocationHasOneResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int forks,
            @ForAll @IntRange(max = 1) int reruns,
            @ForAll @IntRange(max = 6) int killPercent,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(max = 3) int others) {
        Simulation run = simulation(seed, forks, reruns, killPercent, CLASSES);
        run.invocations = serial -> new ScriptedInvocations(CITIES, pattern(kind)).among(others);
        run.run();

        assertTruth(run, reruns);
        assertEquals(List.of(), twice(run), "two results of one");
        assertFalse(isSaid(run, "another order"));
        for (String name : CLASSES) {
            List<String> numbers = numbers(run, name);
            assertTrue(numbers.size() == CITIES.size() || hasErrors(run, name), name + " has " + numbers);
        }
        if (killPercent == 0 && reruns == 0) {
            assertEquals(CITIES.size() * CLASSES.size(), run.invoked.size(), "none runs twice");
        }
    }

    @Property(tries = 500)
    void theOnlyTestKeepsAllForksBusy(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int forks) {
        Simulation run = simulation(seed, forks, 0, 0, List.of("Class1"));
        run.invocations = serial -> new ScriptedInvocations(CITIES, "[%d] %s");
        run.run();
        assertTruth(run, 0);
        assertTrue(run.forksOf.get("Class1").size() > 1, () -> "it ran in " + run.forksOf);
        assertTrue(run.mostWithOneClass > 1);
    }

    /** What is given away is known by its name: who has other names for the numbers runs all, and nothing is lost. */
    @Property(tries = 1_000)
    void argumentsInAnotherOrderAreToldApartByTheirNames(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int forks,
            @ForAll @IntRange(max = 1) int reruns,
            @ForAll @IntRange(max = 6) int killPercent,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(max = 3) int others) {
        Simulation run = simulation(seed, forks, reruns, killPercent, CLASSES);
        run.invocations = serial -> shuffled(seed + serial, CITIES, kind).among(others);
        run.run();

        assertTruth(run, reruns);
        assertEquals(List.of(), twice(run), "two results of one");
        for (String name : CLASSES) {
            long said = run.told.stream()
                    .filter(event -> event instanceof Logged line
                            && line.message() != null
                            && line.message().contains("another order")
                            && line.message().contains(name + "."))
                    .count();
            assertTrue(said <= 1 + reruns, () -> "said " + said + " times of " + name);
        }
        for (String name : CLASSES) {
            Set<String> heard = new HashSet<>(results(run, name, false));
            assertTrue(heard.containsAll(CITIES) || hasErrors(run, name), name + " has results of " + heard + " only");
            assertTrue(killPercent > 0 || heard.containsAll(CITIES), name + " has results of " + heard + " only");
        }
        assertTrue(
                killPercent > 0
                        || run.told.stream().noneMatch(event -> event instanceof Logged line && line.trace() != null),
                "nothing is missed");
    }

    @Property(tries = 1_000)
    void whatIsDroppedAddedOrRenamedTakesNobodyElsesResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int forks,
            @ForAll @IntRange(max = 6) int killPercent,
            @ForAll @IntRange(max = 2) int kind) {
        Simulation run = simulation(seed, forks, 0, killPercent, CLASSES);
        run.invocations = serial -> {
            Random chance = new Random(seed + serial);
            List<String> cities = new ArrayList<>(CITIES);
            cities.removeIf(city -> chance.nextInt(6) == 0);
            cities.replaceAll(city -> chance.nextInt(6) == 0 ? city + serial : city);
            for (int more = chance.nextInt(3); more > 0; more--) {
                cities.add("New" + chance.nextInt(4));
            }
            return shuffled(seed - serial, List.copyOf(new HashSet<>(cities)), kind);
        };
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        assertSetsAreContiguous(run.told);
        for (String name : CLASSES) {
            List<String> numbers = numbers(run, name);
            assertEquals(new HashSet<>(numbers).size(), numbers.size(), "two results of one: " + numbers);
            int owed = run.hands.stream()
                    .filter(hand -> hand.className().equals(name))
                    .findFirst()
                    .map(first ->
                            run.invocations.apply(first.serial()).arguments().size())
                    .orElse(0);
            assertTrue(killPercent > 0 || numbers.size() >= owed || isRed(run, name), numbers + " of " + owed);
        }
    }

    /** How many there are nobody knows: each part may owe the rest of its own. */
    private static final String REST = "m{String}";

    /** Tests and invocations that have more than one result, but for those that are tried again. */
    private static List<String> twice(Simulation run) {
        Set<String> once = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Event event : run.told) {
            if (event instanceof Reported r
                    && r.kind().isResult()
                    && !r.report().rerun()) {
                String name = String.valueOf(r.report().name());
                boolean ofTheClass = List.of("null", PlannedTest.NO_NAME, REST).contains(name);
                if (!ofTheClass && !once.add(r.report().source() + name)) {
                    twice.add(r.report().source() + " " + name);
                }
            }
        }
        return twice;
    }

    private static boolean isRed(Simulation run, String className) {
        return hasErrors(run, className)
                || run.told.stream().anyMatch(event -> event instanceof Logged line && line.trace() != null);
    }

    /** Of which no worker has told anything: of its invocations, or of the whole. */
    private static boolean hasErrors(Simulation run, String className) {
        return run.told.stream()
                .anyMatch(event -> event instanceof Reported r
                        && r.kind() == ReportKind.ERROR
                        && className.equals(r.report().source())
                        && r.report().nameText() == null);
    }

    /** Which of its invocations have a result, by the names of reports. */
    private static List<String> numbers(Simulation run, String className) {
        List<String> numbers = new ArrayList<>();
        for (Event event : run.told) {
            if (event instanceof Reported r
                    && r.kind().isResult()
                    && !r.report().rerun()
                    && className.equals(r.report().source())
                    && String.valueOf(r.report().name()).startsWith("m{String}[")) {
                numbers.add(r.report().name());
            }
        }
        return numbers;
    }

    /** Names that are made by chance say nothing: then the number is all there is. */
    @Property(tries = 500)
    void whatIsCalledOtherwiseInEachJvmIsCountedByItsNumber(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks) {
        Simulation run = simulation(seed, forks, 0, 0, List.of("Class1"));
        run.invocations = serial -> new ScriptedInvocations(
                CITIES.stream()
                        .map(city -> "at " + serial + " " + city.length())
                        .distinct()
                        .toList(),
                "[%d] %s");
        run.run();
        assertTruth(run, 0);
        assertTrue(run.isGreen());
        assertEquals(run.invoked.size(), results(run, "Class1", false).size());
        assertEquals(run.invoked.size(), new HashSet<>(run.invoked).size());
    }

    /** As many as the first worker had, or the build fails. */
    @Property(tries = 1_000)
    void fewerThanThereWereIsAnError(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int forks) {
        Simulation run = simulation(seed, forks, 0, 0, List.of("Class1"));
        List<String> passing = CITIES.stream()
                .filter(city -> !city.equals(ScriptedInvocations.FAILING))
                .toList();
        run.invocations = serial -> new ScriptedInvocations(
                serial == 1 ? passing : passing.subList(0, new Random(seed).nextInt(passing.size())), "[%d] %s");
        run.run();
        assertTruth(run, 0);
        Set<String> heard = new HashSet<>(results(run, "Class1", false));
        assertTrue(!run.isGreen() || heard.containsAll(passing), heard + " and green");
    }
}
