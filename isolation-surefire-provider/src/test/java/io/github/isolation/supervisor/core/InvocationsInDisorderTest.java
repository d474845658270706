package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertSetsAreContiguous;
import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.account.CrashReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Arguments that come in another order in each JVM, and some of them not at all, or under another name: who takes the number
 * for the test gives one test the result of another.
 */
class InvocationsInDisorderTest {
    static final List<String> CITIES =
            List.of("Aachen", "Berlin", "Celle", "Dresden", "Erfurt", "Fulda", "Gera", "Halle");

    @Property(tries = 2_500)
    void everyTestThatAPersonWouldNameHasOneTrueResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(max = 2) int reruns,
            @ForAll @IntRange(max = 12) int killPercent,
            @ForAll @IntRange(max = 2) int kind) {
        Simulation run = simulation(seed, forks, reruns, killPercent);
        run.invocations = serial -> shuffled(seed + serial, CITIES, kind);
        run.run();

        assertTruth(run, reruns);
        for (String name : names(2)) {
            Set<String> heard = new HashSet<>(results(run, name, false));
            assertTrue(
                    heard.containsAll(CITIES) || isExplained(run, name), name + " has results of " + heard + " only");
        }
        if (killPercent == 0) {
            names(2).forEach(name ->
                    assertEquals(CITIES.size(), results(run, name, false).size(), name));
        }
    }

    @Property(tries = 2_500)
    void whatIsDroppedAddedOrRenamedTakesNobodyElsesResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(max = 2) int reruns,
            @ForAll @IntRange(max = 12) int killPercent,
            @ForAll @IntRange(max = 2) int kind) {
        Simulation run = simulation(seed, forks, reruns, killPercent);
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

        assertTruth(run, reruns);
    }

    /** In an order that is the same everywhere nothing runs twice but what is tried again. */
    @Property(tries = 1_000)
    void whatHasAnOrderIsResumedByItsNumbers(
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int reruns,
            @ForAll @IntRange(max = 12) int killPercent,
            @ForAll @IntRange(max = 2) int kind) {
        Simulation run = simulation(seed, 2, reruns, killPercent);
        run.invocations = serial -> new ScriptedInvocations(CITIES, pattern(kind));
        run.run();

        assertTruth(run, reruns);
        assertFalse(run.told.stream()
                .anyMatch(event ->
                        event instanceof Event.Logged line && line.message().contains("another order")));
    }

    @Example
    void aTestThatAlwaysFailsStaysAFailureWhateverItsNumber() {
        Simulation run = simulation(1, 1, 2, 0);
        run.invocations = serial -> shuffled(serial, CITIES, 0);
        run.run();

        assertTruth(run, 2);
        String name = names(1).get(0);
        assertEquals(
                List.of(ScriptedInvocations.FAILING, ScriptedInvocations.FAILING),
                results(run, name, true),
                "two re-runs");
        assertTrue(run.told.stream()
                .anyMatch(event -> event instanceof Event.Logged line
                        && line.message().contains("come in another order in each JVM: \"")));
    }

    /** Nobody can tell which of them failed; that one of them always does is never called a flake. */
    @Property(tries = 1_000)
    void whatHasOneNameOnlyPassesIfAllOfItDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 2) int reruns) {
        Simulation run = simulation(seed, forks, reruns, 0);
        run.invocations = serial -> {
            List<String> shuffled = new ArrayList<>(CITIES);
            Collections.shuffle(shuffled, new Random(seed + serial));
            return new ScriptedInvocations(shuffled, "works");
        };
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        boolean failsOnConsole =
                run.told.stream().anyMatch(event -> event instanceof Event.Logged line && line.trace() != null);
        assertTrue(failsOnConsole || allAttemptsFailed(run), "a flake was made of a failure");
    }

    private static boolean allAttemptsFailed(Simulation run) {
        return run.told.stream()
                .filter(event -> event instanceof Reported r
                        && r.kind().isResult()
                        && r.report().rerun())
                .allMatch(event -> ((Reported) event).kind().isFailure());
    }

    private static Simulation simulation(long seed, int forks, int reruns, int killPercent) {
        Settings settings = Configured.forks(forks).reruns(reruns).settings();
        Simulation run = new Simulation(seed, settings, names(2), killPercent, true);
        run.deathStatus = 3;
        return run;
    }

    static ScriptedInvocations shuffled(long seed, List<String> cities, int kind) {
        List<String> shuffled = new ArrayList<>(cities);
        Collections.shuffle(shuffled, new Random(seed));
        return new ScriptedInvocations(shuffled, pattern(kind));
    }

    /** JUnit's default, an old habit, and the argument alone. */
    static String pattern(int kind) {
        return List.of("[%d] %s", "%d: %s", "%2$s").get(kind);
    }

    /** Surefire takes reports of one name, or one run id, for reports of one test. */
    static void assertTruth(Simulation run, int reruns) {
        assertTrue(run.finished && run.nothingIsHeld());
        if (reruns == 0) {
            assertSetsAreContiguous(run.told); // what is tried again has a set of its own
        }
        Map<String, String> cities = new HashMap<>();
        Set<String> first = new HashSet<>();
        for (Event event : run.told) {
            if (!(event instanceof Reported r) || r.report().nameText() == null) {
                continue;
            }
            TestReport report = r.report();
            String city = report.nameText();
            for (String key : List.of(report.source() + report.name(), String.valueOf(report.runId()))) {
                assertEquals(city, cities.computeIfAbsent(key, k -> city), key + " is two tests");
            }
            if (r.kind().isResult()) {
                boolean died = r.kind() == ReportKind.ERROR;
                assertTrue(died || r.kind() == ScriptedInvocations.outcomeOf(city), city + " has " + r.kind());
                assertTrue(report.rerun() || first.add(report.source() + city), city + " has two results");
            }
        }
    }

    static List<String> results(Simulation run, String className, boolean reruns) {
        List<String> cities = new ArrayList<>();
        for (Event event : run.told) {
            if (event instanceof Reported r
                    && r.kind().isResult()
                    && r.report().rerun() == reruns
                    && className.equals(r.report().source())
                    && r.report().nameText() != null) {
                cities.add(r.report().nameText());
            }
        }
        return cities;
    }

    /** An error of the test as a whole, or of the class: it says why some of its invocations have no result. */
    private static boolean isExplained(Simulation run, String className) {
        return run.told.stream()
                .anyMatch(event -> event instanceof Reported r
                        && r.kind() == ReportKind.ERROR
                        && className.equals(r.report().source())
                        && List.of("m{String}", CrashReport.NO_TEST)
                                .contains(r.report().name()));
    }
}
