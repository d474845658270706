package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Bye;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.NextTest;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Event.StopOnNextTest;
import io.github.isolation.protocol.Event.Undiscoverable;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import java.util.List;
import java.util.Map;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.report.LegacyPojoStackTraceWriter;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Surefire's booter and provider say, and what the supervisor hears of it. */
class WorkerEncoderTest {
    private final FakeConversation supervisor = new FakeConversation();
    private WorkerSession session = Sessions.first(supervisor, Sessions.plain());
    private MasterProcessChannelEncoder encoder = session.encoder();

    @AfterEach
    void forget() {
        RetireRequest.take();
    }

    @Test
    void aTestSetIsToldFromItsBeginToItsEnd() {
        session.sharedPlan().handedOut("p.A");
        encoder.testSetStarting(Entries.set("p.A"), true);
        encoder.testStarting(Entries.test("p.A", "a", 5), true);
        encoder.testSucceeded(Entries.test("p.A", "a", 5), true);
        encoder.testSetCompleted(Entries.setEnd("p.A", Map.of("k", "v")), true);

        assertEquals(
                List.of(ReportKind.SET_STARTING, ReportKind.STARTING, ReportKind.SUCCEEDED, ReportKind.SET_COMPLETED),
                kinds());
        Reported end = supervisor.told(Reported.class).get(3);
        assertEquals(Map.of("k", "v"), end.report().systemProperties());
        Reported result = supervisor.told(Reported.class).get(2);
        assertEquals("a", result.report().name());
        assertEquals(5, result.report().runId());
    }

    @Test
    void everyKindOfResultIsToldAsWhatItIs() {
        begin("p.A");
        encoder.testFailed(Entries.failed("p.A", "a", 1, new AssertionError("no")), true);
        encoder.testError(Entries.failed("p.A", "b", 2, new IllegalStateException("oh")), true);
        encoder.testSkipped(Entries.skipped("p.A", "c", 3, "not today"), true);
        encoder.testAssumptionFailure(Entries.skipped("p.A", "d", 4, "not here"), true);

        assertEquals(List.of(ReportKind.FAILED, ReportKind.ERROR, ReportKind.SKIPPED, ReportKind.ABORTED), kinds());
        Reported failed = supervisor.told(Reported.class).get(0);
        assertEquals("no", failed.report().message());
        assertTrue(failed.report().trace().text().contains("AssertionError: no"));
        assertEquals(
                "not today", supervisor.told(Reported.class).get(2).report().message());
    }

    /** By which the supervisor knows it in another worker. */
    @Test
    void aReportHasTheIdOfTheTestThatItsThreadRuns() {
        begin("p.A");
        session.tests().begins("[engine:e]/[class:p.A]/[method:a()]", false);
        encoder.testStarting(Entries.test("p.A", "a", 1), true);
        assertEquals(
                "[engine:e]/[class:p.A]/[method:a()]",
                supervisor.told(Reported.class).get(0).report().id());
    }

    @Test
    void aClassWhoseTestsAreNotFoundIsToldByItsCause() {
        session.sharedPlan().handedOut("p.A");
        encoder.testError(
                Entries.failed("p.A", "x", 1, new IllegalStateException(new ClassNotFoundException("q.Missing"))),
                true);
        encoder.testSetCompleted(Entries.set("p.A"), true);

        Undiscoverable told = supervisor.told(Undiscoverable.class).get(0);
        assertEquals("java.lang.ClassNotFoundException: q.Missing", told.cause().message());
        assertFalse(told.stop());
        assertEquals(List.of(told), supervisor.told, "and not of the end of a set that had no beginning");
    }

    @Test
    void nothingElseMayBeginThenIfTheUserSaysSo() {
        session = Sessions.first(supervisor, Sessions.stoppingOnDiscoveryErrors());
        session.sharedPlan().handedOut("p.A");
        session.encoder().testError(Entries.failed("p.A", "x", 1, new LinkageError("l")), true);
        assertTrue(supervisor.told(Undiscoverable.class).get(0).stop());
    }

    @Test
    void ofAPlanThatComesToNothingNothingIsTold() {
        session.sharedPlan().offer(List.of("p.B"));
        session.sharedPlan().handedOut("p.A");
        session.sharedPlan().begin();
        encoder.testError(Entries.failed("p.B", "x", 1, new LinkageError("l")), true);
        encoder.testSetCompleted(Entries.set("p.B"), true);
        assertEquals(List.of(), supervisor.told);
        assertTrue(session.sharedPlan().end());
    }

    @Test
    void aFailureMayBeTheEndOfThisWorker() {
        session = Sessions.first(supervisor, Sessions.retiringOnFailure());
        encoder = session.encoder();
        begin("p.A");
        session.tests().begins("[engine:e]/[class:p.A]/[method:a()]", false);
        encoder.testStarting(Entries.test("p.A", "a", 1), true);
        assertThrows(
                FakeConversation.Gone.class,
                () -> encoder.testFailed(Entries.failed("p.A", "a", 1, new AssertionError("no")), true));
        assertEquals("after a failure", supervisor.retiredBecause);
        assertEquals(List.of(ReportKind.STARTING, ReportKind.FAILED), kinds());
    }

    /** An engine may end a test in another thread than it began in. */
    @Test
    void theTestThatEndsIsTheOneThatBeganWhateverItsThreadDoes() {
        session = Sessions.first(supervisor, Sessions.retiringOnFailure());
        encoder = session.encoder();
        begin("p.A");
        session.tests().begins("[engine:e]/[class-template:p.A]/[class-template-invocation:#1]/[method:a()]", false);
        encoder.testStarting(Entries.test("p.A", "a", 1), true);
        session.tests().begins("[engine:e]/[class:p.A]/[method:b()]", false);
        encoder.testFailed(Entries.failed("p.A", "a", 1, new AssertionError("no")), true);
        assertNull(supervisor.retiredBecause, "an invocation of a class, which cannot be resumed inside");
    }

    @Test
    void betweenClassesTheForkIsPutInOrderAndTheNextOneIsAskedFor() {
        RetireRequest.make("full");
        assertThrows(FakeConversation.Gone.class, encoder::acquireNextTest);
        assertEquals("full", supervisor.retiredBecause);
        assertEquals(List.of(), supervisor.told(NextTest.class));
    }

    @Test
    void theNextClassIsAskedForWithHowFullTheHeapIsIfSomebodyWantsToKnow() {
        encoder.acquireNextTest();
        assertEquals(List.of(new NextTest(-1)), supervisor.told);
    }

    @Test
    void whatIsPrintedIsPassedOnAsItIs() {
        encoder.testOutput(new TestOutputReportEntry("out", true, true, RunMode.NORMAL_RUN, 3L));
        encoder.testOutput(new TestOutputReportEntry(null, false, false, RunMode.RERUN_TEST_AFTER_FAILURE, null));
        assertEquals(
                List.of(
                        new Printed("out", true, true, false, 3L, null),
                        new Printed("null", false, false, true, null, null)),
                supervisor.told);
    }

    @Test
    void linesForTheConsoleKeepTheirLevel() {
        encoder.consoleInfoLog("i");
        encoder.consoleWarningLog("w");
        encoder.consoleDebugLog("d");
        encoder.consoleErrorLog("e");
        assertEquals(
                List.of(
                        new Logged(LogLevel.INFO, "i", null),
                        new Logged(LogLevel.WARNING, "w", null),
                        new Logged(LogLevel.DEBUG, "d", null),
                        new Logged(LogLevel.ERROR, "e", null)),
                supervisor.told);
    }

    @Test
    void whatWasThrownComesWithALine() {
        encoder.consoleErrorLog(new IllegalStateException("broken"));
        encoder.consoleErrorLog("without", null);
        encoder.consoleErrorLog(new LegacyPojoStackTraceWriter("p.A", "a", new AssertionError("no")), false);

        List<Logged> logged = supervisor.told(Logged.class);
        assertEquals("broken", logged.get(0).message());
        assertTrue(logged.get(0).trace().text().startsWith("java.lang.IllegalStateException: broken"));
        assertEquals(new Logged(LogLevel.ERROR, "without", null), logged.get(1));
        assertNull(logged.get(2).message());
        assertTrue(logged.get(2).trace().text().contains("AssertionError: no"));
    }

    @Test
    void theRestOfWhatABooterSays() {
        encoder.stopOnNextTest();
        encoder.sendExitError(null, false);
        encoder.onJvmExit();
        encoder.bye();
        assertEquals(List.<Event>of(new StopOnNextTest(), new ExitError(null), new Bye()), supervisor.told);
    }

    @Test
    void aSupervisorThatIsGoneIsTroubleWhichTheBooterMayAskFor() {
        assertFalse(encoder.checkError());
        supervisor.breakDown();
        encoder.consoleInfoLog("i");
        assertTrue(encoder.checkError());
    }

    /** JUnit would log what is thrown at a listener, and nobody would know of the test. */
    @Test
    void aResultThatCannotBeToldIsTheEndOfThisWorker() {
        begin("p.A");
        supervisor.failWith(new OutOfMemoryError("as if"));
        assertThrows(FakeConversation.Gone.class, () -> encoder.testSucceeded(Entries.test("p.A", "a", 1), true));
        assertEquals("send a result", supervisor.couldNot);
    }

    /** Surefire measures by a clock that may be set; this one is not. */
    @Test
    void aTestThatSurefireHasNotTimedIsTimedHere() {
        begin("p.A");
        encoder.testStarting(Entries.test("p.A", "a", 1), true);
        encoder.testSucceeded(Entries.test("p.A", "a", 1), true);
        assertTrue(supervisor.told(Reported.class).get(1).report().elapsedMillis() >= 0);
        encoder.testSucceeded(Entries.test("p.A", "never began", 2), true);
        assertNull(supervisor.told(Reported.class).get(2).report().elapsedMillis());
    }

    private void begin(String type) {
        session.sharedPlan().handedOut(type);
        encoder.testSetStarting(Entries.set(type), true);
        supervisor.told.clear();
    }

    private List<ReportKind> kinds() {
        return supervisor.told(Reported.class).stream().map(Reported::kind).toList();
    }
}
