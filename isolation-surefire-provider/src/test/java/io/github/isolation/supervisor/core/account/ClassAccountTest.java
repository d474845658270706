package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A class whose tests several workers have: one test set for Maven, and no test in two hands. */
class ClassAccountTest {
    private final AtomicLong freshRunIds = new AtomicLong(1_000);
    private final ClassAccount account = new ClassAccount("C", 0, freshRunIds::incrementAndGet);
    private final Slice first = account.whole();

    @Test
    void onlyWhatHasNotBegunIsGivenAway() {
        plan("[e]/a", "[e]/b", "[e]/c");
        first.on(new Began("[e]/a", false), 0);

        Slice second =
                account.split(first, Set.of("[e]/a", "[e]/c", "[e]/unknown")).orElseThrow();
        assertEquals(Set.of("[e]/c"), second.selection().onlyIds().all());
        assertEquals(
                List.of("[e]/a", "[e]/b"),
                first.tests().remaining().stream().map(PlannedTest::id).toList());
        assertEquals(Optional.empty(), account.split(first, Set.of("[e]/a")));
    }

    @Test
    void whoeverGoesOnWithTheFirstPartLeavesOutWhatWasGivenAway() {
        plan("[e]/a", "[e]/b");
        set(first, ReportKind.SET_STARTING, 1);
        account.split(first, Set.of("[e]/b"));
        first.resume();
        assertEquals(
                List.of(new Command.Narrow(Set.of("[e]/b"), Set.of()), new Command.RunClass("C", 1)), first.commands());
    }

    /** A worker died in it, and others of its invocations were known by then. */
    @Test
    void whoTakesOverATestLeavesOutWhatIsDoneAndNothingElse() {
        plan("[e]/[t:t]", "[e]/[t:t]/[i:#2]", "[e]/[t:t]/[i:#3]");
        first.on(new Began("[e]/[t:t]/[i:#1]", false), 0);
        first.on(new Event.Ended("[e]/[t:t]/[i:#1]", false), 0);
        Slice second = account.split(first, Set.of("[e]/[t:t]", "[e]/[t:t]/[i:#2]", "[e]/[t:t]/[i:#3]"))
                .orElseThrow();
        assertEquals(Set.of("[e]/[t:t]/[i:#1]"), second.selection().finalIds().all());
    }

    @Test
    void itIsOverWhenEachPartIs() {
        plan("[e]/a", "[e]/b");
        Slice second = account.split(first, Set.of("[e]/b")).orElseThrow();
        first.over();
        assertFalse(account.isOver());
        second.over();
        assertTrue(account.isOver());
    }

    @Test
    void theFirstPartThatOpensTheSetIsToldFirstAndTheEndComesLast() {
        plan("[e]/a", "[e]/b");
        Slice second = account.split(first, Set.of("[e]/b")).orElseThrow();

        List<Event> ofSecond = set(second, ReportKind.SET_STARTING, 5);
        List<Event> ofFirst = set(first, ReportKind.SET_STARTING, 6);
        assertEquals(List.of(ReportKind.SET_STARTING), kinds(ofSecond));
        assertEquals(List.of(), kinds(ofFirst));
        assertEquals(List.of(), kinds(set(second, ReportKind.SET_COMPLETED, 5)));
        assertEquals(List.of(), kinds(set(first, ReportKind.SET_COMPLETED, 6)));

        assertEquals(List.of(second.key(), first.key(), account.key()), account.keys());
        List<Event> end = account.end(40);
        assertEquals(List.of(ReportKind.SET_COMPLETED), kinds(end));
        TestReport set = ((Reported) end.get(0)).report();
        assertEquals(5, set.runId(), "the set that Maven knows");
        assertEquals(40, set.elapsedMillis(), "from the first opening");
        assertEquals(List.of(), account.end(41), "once");
    }

    @Test
    void ofAClassInOnePieceNothingIsChanged() {
        assertEquals(List.of(ReportKind.SET_STARTING), kinds(set(first, ReportKind.SET_STARTING, 5)));
        assertEquals(List.of(ReportKind.SET_COMPLETED), kinds(set(first, ReportKind.SET_COMPLETED, 5)));
        assertEquals(List.of(), account.end(9));
        assertEquals(List.of(first.key()), account.keys());
    }

    @Test
    void partsThatAreKnownFromTheStartOweEachOfTheirTests() {
        List<List<PlannedTest>> parts = List.of(List.of(test("[e]/a")), List.of(test("[e]/b"), test("[e]/c")));
        ClassAccount divided = ClassAccount.inParts("C", 0, freshRunIds::incrementAndGet, parts);
        Slice waiting = divided.slices().get(1);

        List<Event> told =
                SliceEnd.of(waiting).interrupt(new CrashReport(CrashReport.NOT_RUN, "gone", null), false, false, 0);
        assertEquals(List.of(ReportKind.SET_STARTING, ReportKind.ERROR, ReportKind.ERROR), kinds(told));
    }

    /** As when {@code @BeforeAll} finds a port taken in the second worker: the failure of the class is one, and its tests are several. */
    @Test
    void aPartWhoseClassCannotBeSetUpOwesEachOfItsTests() {
        plan("[e]/a", "[e]/b", "[e]/c");
        Slice second = account.split(first, Set.of("[e]/b", "[e]/c")).orElseThrow();
        set(first, ReportKind.SET_STARTING, 5);
        set(second, ReportKind.SET_STARTING, 6);
        set(second, ReportKind.ERROR, 7);

        List<Event> told = set(second, ReportKind.SET_COMPLETED, 6);
        assertEquals(List.of(ReportKind.ERROR, ReportKind.ERROR), kinds(told));
        assertEquals(
                Set.of("b", "c"),
                told.stream().map(event -> ((Reported) event).report().name()).collect(Collectors.toSet()));
        assertTrue(((Reported) told.get(0))
                .report()
                .message()
                .startsWith("Not run: in the worker that was to run this test"));
        assertEquals(List.of(), kinds(SliceEnd.of(second).complete(true, 9)), "once");
    }

    /** An extension that switches the class off there. */
    @Test
    void aPartWhoseClassIsLeftOutOwesEachOfItsTests() {
        plan("[e]/a", "[e]/b");
        Slice second = account.split(first, Set.of("[e]/b")).orElseThrow();
        set(second, ReportKind.SET_STARTING, 6);
        set(second, ReportKind.SKIPPED, 7);
        assertEquals(List.of(ReportKind.ERROR), kinds(set(second, ReportKind.SET_COMPLETED, 6)));
    }

    /** What is left out does not begin; nor do the tests of a nested class that is. */
    @Test
    void aPartOfWhichTestsAreLeftOutOwesNothing() {
        plan("[e]/a", "[e]/b", "[e]/[n:C$N]/c");
        Slice second = account.split(first, Set.of("[e]/b", "[e]/[n:C$N]/c")).orElseThrow();
        set(second, ReportKind.SET_STARTING, 6);
        TestReport leftOut = new TestReport(false, 7, "C", null, "b", null, "off", null, null, Map.of(), null, "[e]/b");
        second.on(new Reported(ReportKind.SKIPPED, leftOut), 0);
        assertEquals(List.of(), kinds(set(second, ReportKind.SET_COMPLETED, 6)));
    }

    /** As when an assumption in {@code @BeforeAll} holds in one worker only: Surefire before 3.6 says nothing of the tests then. */
    @Test
    void aPartWhoseClassIsAbortedOwesItsTestsIfOthersHaveRun() {
        plan("[e]/[c:C]/a", "[e]/[c:C]/b");
        Slice second = account.split(first, Set.of("[e]/[c:C]/b")).orElseThrow();
        set(first, ReportKind.SET_STARTING, 5);
        first.on(new Reported(ReportKind.STARTING, report(20, "[e]/[c:C]/a")), 0);
        set(second, ReportKind.SET_STARTING, 6);
        second.on(new Event.Ended("[e]/[c:C]", true), 0);
        assertEquals(List.of(ReportKind.ERROR), kinds(set(second, ReportKind.SET_COMPLETED, 6)));
        assertEquals(List.of(), kinds(SliceEnd.of(second).complete(true, 9)), "once");
    }

    @Test
    void soItDoesIfTheyRunLater() {
        plan("[e]/[c:C]/a", "[e]/[c:C]/b");
        Slice second = account.split(first, Set.of("[e]/[c:C]/b")).orElseThrow();
        set(second, ReportKind.SET_STARTING, 6);
        second.on(new Event.Ended("[e]/[c:C]", true), 0);
        assertEquals(List.of(), kinds(set(second, ReportKind.SET_COMPLETED, 6)));
        set(first, ReportKind.SET_STARTING, 5);
        first.on(new Reported(ReportKind.STARTING, report(20, "[e]/[c:C]/a")), 0);
        first.on(new Reported(ReportKind.SUCCEEDED, report(20, "[e]/[c:C]/a")), 0);
        assertEquals(List.of(ReportKind.ERROR), kinds(set(first, ReportKind.SET_COMPLETED, 5)));
    }

    /** As in one JVM: no docker, no tests. */
    @Test
    void aClassThatIsAbortedInEachWorkerOwesNothing() {
        plan("[e]/[c:C]/a", "[e]/[c:C]/b");
        Slice second = account.split(first, Set.of("[e]/[c:C]/b")).orElseThrow();
        for (Slice slice : List.of(first, second)) {
            set(slice, ReportKind.SET_STARTING, 5);
            slice.on(new Event.Ended("[e]/[c:C]", true), 0);
            assertEquals(List.of(), kinds(set(slice, ReportKind.SET_COMPLETED, 5)));
            assertEquals(List.of(), kinds(SliceEnd.of(slice).complete(true, 9)));
        }
    }

    /** Its worker goes through all that it had planned; what it gave away before is told by whoever has it. */
    @Test
    void ofAClassThatIsLeftOutNoTestIsToldTwice() {
        plan("[e]/[c:C]/a", "[e]/[c:C]/b");
        assertTrue(account.split(first, Set.of("[e]/[c:C]/b")).isPresent());
        set(first, ReportKind.SET_STARTING, 5);
        assertEquals(List.of(ReportKind.SKIPPED), kinds(first.on(leftOut("a"), 0)));
        assertEquals(List.of(), kinds(first.on(leftOut("b"), 0)));
    }

    private static Reported leftOut(String name) {
        return new Reported(
                ReportKind.SKIPPED,
                new TestReport(false, 9, "C", null, name, null, "off", null, null, Map.of(), null, "[e]/[c:C]"));
    }

    @Test
    void ofAClassThatOneWorkerCannotSetUpItsFailureIsEnough() {
        plan("[e]/a", "[e]/b");
        set(first, ReportKind.SET_STARTING, 5);
        set(first, ReportKind.ERROR, 7);
        assertEquals(List.of(ReportKind.SET_COMPLETED), kinds(set(first, ReportKind.SET_COMPLETED, 5)));
    }

    private static List<ReportKind> kinds(List<Event> events) {
        List<ReportKind> kinds = new ArrayList<>();
        events.forEach(event -> {
            if (event instanceof Reported reported) {
                kinds.add(reported.kind());
            }
        });
        return kinds;
    }

    private List<Event> set(Slice of, ReportKind kind, long runId) {
        return of.on(new Reported(kind, report(runId, null)), 0);
    }

    private static TestReport report(long runId, @Nullable String id) {
        return new TestReport(false, runId, "C", null, null, null, null, 1, null, Map.of(), null, id);
    }

    private void plan(String... ids) {
        List<PlannedTest> tests = new ArrayList<>();
        for (String id : ids) {
            tests.add(test(id));
        }
        first.on(new Planned(tests), 0);
    }

    private static PlannedTest test(String id) {
        return new PlannedTest(id, "C", id.substring(id.lastIndexOf('/') + 1), false);
    }
}
