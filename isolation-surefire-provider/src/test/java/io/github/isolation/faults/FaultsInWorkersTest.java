package io.github.isolation.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.ClassPart;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.account.Limits;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any call of ours in a worker throws, one after the other, at its first use: what is said to the supervisor, a look, a property,
 * a file, a lock; at half of the calls an exception, at the others an error. The build is red or right, whichever it is; never green
 * and wrong. Each night both, and exceptions at each of the first three uses: {@code -Disolation.faults.uses=3}.
 */
class FaultsInWorkersTest {
    private static final int USES = Integer.getInteger("isolation.faults.uses", 1);
    private static final String SUBJECTS = "io.github.isolation.faults.subjects.";
    private static final List<String> CLASSES = List.of(SUBJECTS + "Alpha", SUBJECTS + "Beta", SUBJECTS + "Gamma");

    /** What is different in a plan of several classes; the rest has been tried with a plan for each. */
    private static final String OF_SHARED_PLANS =
            "(SharedPlan|PlanClasses|Discovery|ResumeFilter|PlanListener|Announcement|Resume|AfterClass|Leaks|Retirement)\\..*";

    /** What is different where other machines run the rest of a class; the rest has been tried with whole ones. */
    private static final String OF_PARTS = "(PartOfClass|Divisibility|NewerJUnit|WorkerDecoder|ResumeFilter)\\..*";

    @TempDir
    Path directory;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @AfterEach
    void giveBackTheStreams() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void withAPlanForEachClass() throws InterruptedException {
        assertRedOrRight(PlanSharing.NONE, ".*", Map.of(), 7);
    }

    @Test
    void withAPlanOfSeveralClasses() throws InterruptedException {
        assertRedOrRight(PlanSharing.ALL, OF_SHARED_PLANS, Map.of(), 7);
    }

    /** What this machine does not run, or what it runs and should not, no other machine would make up for. */
    @Test
    void withPartsOfClasses() throws InterruptedException {
        Map<String, ClassPart> parts = Map.of(
                SUBJECTS + "Beta",
                new ClassPart(1, 2, List.of("method:first()", "test-template:again()")),
                SUBJECTS + "Gamma",
                new ClassPart(2, 2, List.of("method:first()")));
        assertRedOrRight(PlanSharing.ALL, OF_PARTS, parts, 5);
    }

    private void assertRedOrRight(PlanSharing sharing, String where, Map<String, ClassPart> parts, int tests)
            throws InterruptedException {
        Fault.arm(null, 0, Fault.Kind.EXCEPTION);
        InProcessRun well = run(sharing, parts);
        assertTrue(well.isGreen(), () -> "without a fault: " + well.told);
        Map<String, List<String>> right = well.results();
        assertEquals(tests, right.size(), right::toString);
        Map<String, Integer> sites = new TreeMap<>(Fault.uses());
        assertTrue(sites.size() > 100, () -> "calls of ours: " + sites);

        sites.keySet().removeIf(site -> !site.matches(where));

        List<String> lies = new ArrayList<>();
        List<String> stuck = new ArrayList<>();
        int runs = 0;
        int red = 0;
        for (Map.Entry<String, Integer> site : sites.entrySet()) {
            for (int use = 1; use <= Math.min(USES, site.getValue()); use++) {
                for (Fault.Kind kind : kinds(site.getKey(), use)) {
                    Fault.arm(site.getKey(), use, kind);
                    InProcessRun run = run(sharing, parts);
                    boolean hit = Fault.disarm();
                    String what = kind + " at use " + use + " of " + site.getKey();
                    runs++;
                    if (run.told.isEmpty()) {
                        stuck.add(what);
                    } else if (!run.isGreen()) {
                        red++;
                    } else if (hit && !run.results().equals(right)) {
                        lies.add(what + ": " + run.results());
                    }
                }
            }
        }
        out.println(
                "faults injected: " + runs + ", red " + red + ", right " + (runs - red - stuck.size() - lies.size()));
        assertEquals(List.of(), lies, "green and wrong");
        assertEquals(List.of(), stuck, "at a standstill");
    }

    /** Who survives an exception anywhere survives an error at the first use. */
    private static List<Fault.Kind> kinds(String site, int use) {
        if (use > 1) {
            return List.of(Fault.Kind.EXCEPTION);
        }
        List<Fault.Kind> both = List.of(Fault.Kind.values());
        return USES > 1 ? both : List.of(both.get(Math.floorMod(site.hashCode(), both.size())));
    }

    private InProcessRun run(PlanSharing sharing, Map<String, ClassPart> parts) throws InterruptedException {
        Settings settings = new Settings(
                1,
                1,
                false,
                false,
                RetirePolicy.NEVER,
                CrashLimit.usual(),
                Limits.NONE,
                0,
                0,
                false,
                0,
                sharing,
                Splitting.NEVER);
        InProcessRun run = new InProcessRun(sharing != PlanSharing.NONE, directory);
        if (!run.run(settings, CLASSES, parts)) {
            run.told.clear();
        }
        giveBackTheStreams();
        return run;
    }
}
