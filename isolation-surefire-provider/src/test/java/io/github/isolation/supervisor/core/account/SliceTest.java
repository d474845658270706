package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Maven is told of a class, for orders of events that real engines seldom produce. */
class SliceTest {
    private static final String TEMPLATE = "[engine:junit-jupiter]/[class-template:C]";
    private static final String INVOCATION = TEMPLATE + "/[class-template-invocation:#1]/";

    private final AtomicLong freshRunIds = new AtomicLong(1_000);
    private final Slice slice = new ClassAccount("C", 1, freshRunIds::incrementAndGet).whole();
    private final List<Reported> told = new ArrayList<>();

    @Test
    void aSkipThatIsSaidAgainInAReplacementCountsOnce() {
        plan(slice, "[e]/skipped", "[e]/crashes", "[e]/after");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        hear(slice, ReportKind.SKIPPED, 1, "skipped", "[e]/skipped");
        slice.on(new Ended("[e]/skipped", true), 0);
        start(slice, 2, "crashes", "[e]/crashes");
        keep(SliceEnd.of(slice).interrupt(crash(), true, false, 0));
        assertTrue(slice.canResume());
        slice.resume();

        // An engine that cannot leave out what is done.
        hear(slice, ReportKind.SET_STARTING, 10, null, null);
        hear(slice, ReportKind.SKIPPED, 11, "skipped", "[e]/skipped");
        slice.on(new Ended("[e]/skipped", true), 0);
        pass(slice, 12, "crashes", "[e]/crashes");
        pass(slice, 13, "after", "[e]/after");
        hear(slice, ReportKind.SET_COMPLETED, 10, null, null);
        keep(SliceEnd.of(slice).complete(true, 0));

        assertEquals(List.of("SKIPPED skipped", "ERROR crashes", "SUCCEEDED after"), results());
    }

    /** What runs again is not told, and has run lines of the class all the same. */
    @Test
    void whoDiesInATestThatRunsAgainHasBegunOne() {
        plan(slice, "[e]/hangs", "[e]/after");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        start(slice, 1, "hangs", "[e]/hangs");
        keep(SliceEnd.of(slice).interrupt(crash(), true, false, 0));
        slice.resume();
        hear(slice, ReportKind.SET_STARTING, 10, null, null);
        start(slice, 11, "hangs", "[e]/hangs");
        assertEquals(0, slice.tests().deathsInSetup(slice.turn()));
        keep(SliceEnd.of(slice).interrupt(crash(), true, false, 0));
        assertFalse(slice.canResume(), "nothing is nearer to its end");
    }

    @Test
    void aPassedTestBesideOneOfItsNameThatIsTriedAgainIsNotTakenForIt() {
        plan(slice, "[e]/outer/test", "[e]/outer/inner/test");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        pass(slice, 1, "test", "[e]/outer/test");
        start(slice, 2, "test", "[e]/outer/inner/test");
        hear(slice, ReportKind.FAILED, 2, "test", "[e]/outer/inner/test");
        hear(slice, ReportKind.SET_COMPLETED, 0, null, null);
        Slice again = again(slice);
        told.clear();

        // In parallel: both are in flight at a time, and each has a name that is known.
        plan(again, "[e]/outer/test", "[e]/outer/inner/test");
        hear(again, ReportKind.SET_STARTING, 10, null, null);
        start(again, 11, "test", "[e]/outer/test");
        start(again, 12, "test", "[e]/outer/inner/test");
        hear(again, ReportKind.SUCCEEDED, 11, "test", "[e]/outer/test");
        hear(again, ReportKind.SUCCEEDED, 12, "test", "[e]/outer/inner/test");
        hear(again, ReportKind.SET_COMPLETED, 10, null, null);
        keep(SliceEnd.of(again).complete(true, 0));

        assertEquals(List.of("SUCCEEDED test"), results());
        TestReport report = told.stream()
                .filter(event -> event.kind() == ReportKind.SUCCEEDED)
                .findFirst()
                .orElseThrow()
                .report();
        assertEquals(2, report.runId(), "of the first attempt at the one that failed");
        assertTrue(report.rerun());
        assertEquals(0, again.inFlight().names().size());
    }

    @Test
    void whatIsTriedAgainIsAnotherAttemptAndWhatGoesOnAfterADeathIsNot() {
        failOneOfTwo();
        keep(SliceEnd.of(slice).interrupt(crash(), true, false, 0));
        slice.resume();
        assertEquals(1, slice.account().attempt());
        Slice again = again(slice);
        assertEquals(2, again.account().attempt());
        assertEquals(3, again(again).account().attempt());
    }

    /** The plan is known from the first of them, so that nothing but their number tells that it does not go on. */
    @Test
    void aClassWhoseNextWorkersRetireBeforeTheyBeginItGetsOneMoreOfThem() {
        failOneOfTwo();
        keep(SliceEnd.of(slice).leave(crash(), 0));
        assertTrue(slice.canResume());
        slice.resume();
        keep(SliceEnd.of(slice).leave(crash(), 0));
        assertTrue(slice.canResume());
        slice.resume();
        keep(SliceEnd.of(slice).leave(crash(), 0));
        assertFalse(slice.canResume());
    }

    private static Slice again(Slice of) {
        return of.account().again().whole();
    }

    private void failOneOfTwo() {
        plan(slice, "[e]/fails", "[e]/after");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        start(slice, 1, "fails", "[e]/fails");
        hear(slice, ReportKind.FAILED, 1, "fails", "[e]/fails");
    }

    /** A worker that retires inside of it leaves tests behind that no other worker can be asked for. */
    @Test
    void whatARetirementLeavesOfAnInvocationOfTheClassIsAnErrorEach() {
        slice.on(new Planned(List.of(new PlannedTest(TEMPLATE, "C", PlannedTest.NO_NAME, true))), 0);
        plan(slice, INVOCATION + "first", INVOCATION + "second", INVOCATION + "third");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        pass(slice, 1, "first", INVOCATION + "first");
        keep(SliceEnd.of(slice).leave(crash(), 0));
        assertTrue(slice.canResume(), "other invocations may follow");
        slice.resume();
        hear(slice, ReportKind.SET_STARTING, 10, null, null);
        slice.on(new Ended(TEMPLATE, false), 0);
        hear(slice, ReportKind.SET_COMPLETED, 10, null, null);
        keep(SliceEnd.of(slice).complete(true, 0));

        assertEquals(List.of("SUCCEEDED first", "ERROR second", "ERROR third"), results());
    }

    /** Spock reports a feature and its iterations as tests. */
    @Test
    void aTestWithTheOneThatCrashedInItSaysThatTheRestOfItWasNotRun() {
        plan(slice, "[e]/feature", "[e]/next");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        start(slice, 1, "feature", "[e]/feature");
        start(slice, 2, "row", "[e]/feature/[iteration:1]");
        keep(SliceEnd.of(slice).interrupt(crash(), true, false, 0));

        assertEquals(List.of("ERROR feature", "ERROR row"), results());
        assertTrue(message(errors().get(0)).startsWith("What of this class had not begun was not run"));
        assertEquals("it crashed", message(errors().get(1)));
    }

    @Test
    void whatNoOtherWorkerIsStartedForSaysThatItWasNotRun() {
        plan(slice, "[e]/crashes", "[e]/after");
        hear(slice, ReportKind.SET_STARTING, 0, null, null);
        start(slice, 1, "crashes", "[e]/crashes");
        keep(SliceEnd.of(slice).interrupt(crash(), false, false, 0));

        assertEquals("it crashed", message(errors().get(0)));
        assertEquals(
                "Not run: no other worker was started for the rest of its class. it crashed", message(errors().get(1)));
    }

    private List<Reported> errors() {
        return told.stream().filter(event -> event.kind() == ReportKind.ERROR).toList();
    }

    private static String message(Reported event) {
        Trace trace = event.report().trace();
        return trace == null ? "" : String.valueOf(trace.message());
    }

    private List<String> results() {
        return told.stream()
                .filter(event -> event.kind().isResult())
                .map(event -> event.kind() + " " + event.report().name())
                .toList();
    }

    private static void plan(Slice slice, String... ids) {
        List<PlannedTest> tests = new ArrayList<>();
        for (String id : ids) {
            tests.add(new PlannedTest(id, "C", id.substring(id.lastIndexOf('/') + 1), false));
        }
        slice.on(new Planned(tests), 0);
    }

    private void pass(Slice of, long runId, String name, String id) {
        start(of, runId, name, id);
        hear(of, ReportKind.SUCCEEDED, runId, name, id);
        of.on(new Ended(id, false), 0);
    }

    private void start(Slice of, long runId, String name, String id) {
        of.on(new Began(id, false), 0);
        hear(of, ReportKind.STARTING, runId, name, id);
    }

    private void hear(Slice of, ReportKind kind, long runId, @Nullable String name, @Nullable String id) {
        keep(of.on(
                new Reported(
                        kind, new TestReport(false, runId, "C", null, name, null, null, 1, null, Map.of(), null, id)),
                0));
    }

    private void keep(List<Event> events) {
        events.stream()
                .filter(Reported.class::isInstance)
                .map(Reported.class::cast)
                .forEach(told::add);
    }

    private static CrashReport crash() {
        return new CrashReport("type", "it crashed", null);
    }
}
