package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertAccounts;
import static io.github.isolation.supervisor.core.Accounting.names;
import static io.github.isolation.supervisor.core.Accounting.tests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.ReportKind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Engines that cannot leave out what is done, as those whose tests come up while others run. */
class RepeatsTest {

    @Property(tries = 5_000)
    void whatAReplacementRunsAgainIsCountedOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll @IntRange(max = 10) int killPercent) {
        Simulation run = new Simulation(seed, Configured.forks(forks).settings(), names(classes), killPercent, true);
        run.repeats = true;
        run.run();

        assertAccounts(run, names(classes));
        // What was killed stays an error, even if it passes when it is run again.
        run.killed.stream()
                .filter(test -> run.planned.contains(test.replaceAll("/.*", "")))
                .forEach(test ->
                        assertEquals(ReportKind.ERROR, run.results().get(test).get(0), test));
    }

    @Property(tries = 5_000)
    void whatIsTriedAgainIsWhatFailedAndNothingElse(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(max = 5) int killPercent,
            @ForAll boolean repeats) {
        Simulation run =
                new Simulation(seed, Configured.forks(forks).reruns(1).settings(), names(3), killPercent, true);
        run.repeats = repeats;
        run.run();

        assertTrue(run.finished && run.nothingIsHeld());
        for (String test : tests(run.planned)) {
            assertEquals(1, run.results().getOrDefault(test, List.of()).size(), test);
        }
        for (String test : run.results(true).keySet()) {
            boolean isClass = test.endsWith("/<class>");
            assertTrue(isClass || run.results().get(test).get(0).isFailure(), test + " had its result");
        }
    }

    @Property(tries = 200)
    void oneLineSaysSoForEachClass(@ForAll long seed) {
        Simulation run = new Simulation(seed, Configured.forks(1).settings(), names(3), 0, true);
        run.repeats = true;
        run.retiresImmediately = true; // after the third test of each class: the first two are final by then
        run.run();

        assertEquals(tests(names(3)).size(), run.results().size());
        assertEquals(
                3,
                run.told.stream()
                        .filter(event -> event instanceof Event.Logged line
                                && line.message().contains("although they have their result"))
                        .count());
    }
}
