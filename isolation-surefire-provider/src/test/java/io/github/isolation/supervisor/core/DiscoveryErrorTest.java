package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.supervisor.core.account.CrashReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A class whose tests cannot be found is one error, whatever dies around it (L29, L30). */
class DiscoveryErrorTest {

    @Property(tries = 5_000)
    void isReportedOnceAndTheRestRuns(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(min = 0, max = 4) int sound,
            @ForAll @IntRange(min = 1, max = 4) int broken,
            @ForAll @IntRange(max = 10) int killPercent) {
        Simulation run = new Simulation(seed, settings(forks), names(sound, broken), killPercent, true).run();

        assertTrue(run.finished);
        assertTrue(run.nothingIsHeld());
        Map<String, List<ReportKind>> results = run.results();
        for (int i = 0; i < broken; i++) {
            // Whoever kills its worker before it could say so leaves an error of its own.
            List<ReportKind> errors = results.get("Undiscoverable" + i + "/<class>");
            assertTrue(errors.stream().allMatch(kind -> kind == ReportKind.ERROR), errors::toString);
            assertTrue(discoveryErrors(run, "Undiscoverable" + i) <= 1);
            if (killPercent == 0) {
                assertEquals(1, errors.size());
                assertEquals(1, discoveryErrors(run, "Undiscoverable" + i));
            }
        }
        for (int i = 0; i < sound && killPercent == 0; i++) {
            for (String test : ScriptedClass.testsOf("Class" + i)) {
                assertEquals(List.of(ScriptedClass.outcomeOf(test)), results.get(test));
            }
        }
        if (killPercent == 0) {
            String summary = run.statistics().summary(forks);
            assertTrue(
                    summary.startsWith("isolation: " + sound * ScriptedClass.TESTS + " tests in ")
                            && summary.contains(
                                    broken == 1 ? ", 1 discovery error, " : ", " + broken + " discovery errors, ")
                            && summary.contains(", 0 crashes, "),
                    summary);
        }
    }

    @Property(tries = 1_000)
    void stopsTheRestIfTheUserWantsThat(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int sound) {
        List<String> names = new ArrayList<>(names(sound, 1));
        names.add(0, "Undiscoverable");
        Simulation run = new Simulation(seed, settings(1), names, 0, true);
        run.stopsAtDiscoveryErrors = true;
        run.run();

        assertTrue(run.finished);
        Map<String, List<ReportKind>> results = run.results();
        assertEquals(names.size(), results.size(), results::toString);
        names.forEach(name -> assertEquals(List.of(ReportKind.ERROR), results.get(name + "/<class>")));
        assertFalse(
                run.statistics().summary(1).contains(" 0 not run"),
                run.statistics().summary(1));
    }

    @Property(tries = 200)
    void workersThatNeverAskForAClassAreNotLaunchedForEver(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(min = 1, max = 4) int classes,
            @ForAll boolean mavenFeeds) {
        Settings settings = Configured.forks(forks).fedByMaven(mavenFeeds).settings();
        Simulation run = new Simulation(seed, settings, names(classes, 0), 0, true);
        run.leavesAtOnce = true;
        run.run();

        assertTrue(run.finished);
        assertTrue(run.launches <= 3 + forks, "launches: " + run.launches);
        for (int i = 0; i < classes; i++) {
            assertEquals(List.of(ReportKind.ERROR), run.results().get("Class" + i + "/<class>"));
        }
    }

    private static long discoveryErrors(Simulation run, String className) {
        return run.told.stream()
                .filter(Reported.class::isInstance)
                .map(event -> ((Reported) event).report())
                .filter(report -> className.equals(report.source()) && CrashReport.NO_DISCOVERY.equals(report.name()))
                .count();
    }

    private static Settings settings(int forks) {
        return Configured.forks(forks).settings();
    }

    private static List<String> names(int sound, int broken) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sound; i++) {
            names.add("Class" + i);
        }
        for (int i = 0; i < broken; i++) {
            names.add("Undiscoverable" + i);
        }
        return names;
    }
}
