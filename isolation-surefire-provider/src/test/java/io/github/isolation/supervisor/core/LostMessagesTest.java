package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertSetsAreContiguous;
import static io.github.isolation.supervisor.core.Accounting.names;
import static io.github.isolation.supervisor.core.Accounting.tests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Each message to and from a supervisor is lost in turn, comes twice, and comes late. The build is red or right, whichever it
 * is: never green and wrong.
 */
class LostMessagesTest {
    private static final int CLASSES = 4;
    private static final int SEEDS = 12;

    @Test
    void inSeveralForks() {
        assertRedOrRight(() -> Configured.forks(2).spares(1).retiring(new RetirePolicy(2, false, 0)), false);
    }

    @Test
    void inOneForkWhoseClassesShareAPlan() {
        assertRedOrRight(() -> Configured.forks(1).sharing(PlanSharing.ALL), true);
    }

    @Test
    void inAForkThatMavenFeeds() {
        assertRedOrRight(() -> Configured.forks(1).fedByMaven(true), false);
    }

    @Test
    void inForksThatArePutInOrderBetweenClasses() {
        assertRedOrRight(() -> Configured.forks(2).tidying(), false);
    }

    @Test
    void whereFailuresAreTriedAgain() {
        assertRedOrRight(() -> Configured.forks(2).reruns(1), false);
    }

    private static void assertRedOrRight(Supplier<Configured> settings, boolean sharesPlans) {
        List<String> stuck = new ArrayList<>();
        int runs = 0;
        for (boolean commands : new boolean[] {false, true}) {
            for (MessageFault.Kind kind : MessageFault.Kind.values()) {
                for (long seed = 1; seed <= SEEDS; seed++) {
                    boolean more = true;
                    for (int at = 0; more; at++) {
                        MessageFault fault = new MessageFault(kind, at, commands);
                        Simulation run = new Simulation(seed, settings.get().settings(), names(CLASSES), 0, true);
                        run.everythingPasses = true;
                        run.sharesPlans = sharesPlans;
                        run.fault = fault;
                        run.run();
                        more = fault.count() > at;
                        runs++;
                        String what = kind + " of seed " + seed + ": " + fault.hit;
                        if (!run.finished) {
                            stuck.add(what);
                        } else if (run.isGreen()) {
                            assertRight(run, what);
                        }
                    }
                }
            }
        }
        assertTrue(runs > 1000, "there was something to go wrong: " + runs);
        // Maven waits there, and ends the fork at its own timeout: that is not green either. These are no messages of
        // workers
        // but calls inside of the supervisor, and of Maven's, which is a pipe away.
        stuck.removeIf(what -> what.contains("Tidied[") || what.contains("Given[") || what.contains("NoneLeft["));
        assertEquals(List.of(), stuck, "where nothing happens any more");
    }

    private static void assertRight(Simulation run, String what) {
        assertTrue(run.nothingIsHeld(), what);
        assertSetsAreContiguous(run.told);
        for (String test : tests(names(CLASSES))) {
            assertEquals(
                    List.of(ReportKind.SUCCEEDED), run.results().get(test), what + " makes a green lie of " + test);
        }
    }
}
