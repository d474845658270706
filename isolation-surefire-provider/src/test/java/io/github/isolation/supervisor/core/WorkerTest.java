package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.StopReason;
import io.github.isolation.supervisor.core.life.WorkerInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One worker and what it has in hand. */
class WorkerTest {
    private final AtomicLong freshRunIds = new AtomicLong();
    private final Worker worker = new Worker(7, 2, freshRunIds::incrementAndGet);

    @Test
    void itIsReadyOnceItHasAskedAndItsForkIsInOrder() {
        assertFalse(worker.isReady());
        worker.take(new WorkerInput.Greeted());
        worker.take(new WorkerInput.ForkInDisorder());
        worker.take(new WorkerInput.Asked());
        assertFalse(worker.isReady());
        assertTrue(worker.isUsable());
        worker.take(new WorkerInput.ForkInOrder(null));
        assertTrue(worker.isReady());
    }

    @Test
    void whatItIsHandedIsItsUntilItIsDoneWithIt() {
        Slice slice = ready("A");
        worker.hand(slice, 5);
        assertTrue(worker.isRunning());
        assertSame(slice, worker.inHand());
        assertSame(slice, worker.release());
        assertFalse(worker.inHand().isOfAClass());
        assertEquals(1, worker.classesRun());
    }

    @Test
    void whatItHasNotBegunCountsForNothing() {
        Slice slice = ready("A");
        worker.hand(slice, 5);
        assertSame(slice, worker.takeBack());
        assertEquals(0, worker.classesRun());
        assertFalse(worker.hasHadAClass());
    }

    @Test
    void aFailureInOneOfItsClassesIsAReasonToRetire() {
        RetirePolicy afterFailure = new RetirePolicy(0, true, 0);
        Slice slice = ready("A");
        worker.hand(slice, 0);
        assertEquals(Optional.empty(), worker.reasonToRetire(afterFailure));
        slice.on(new Reported(ReportKind.STARTING, report(1)), 0);
        slice.on(new Reported(ReportKind.FAILED, report(1)), 0);
        worker.release();
        assertEquals(Optional.of(new StopReason.Retire("after a failure")), worker.reasonToRetire(afterFailure));
        assertEquals(Optional.empty(), worker.reasonToRetire(RetirePolicy.NEVER));
    }

    @Test
    void itsOwnReasonGoesBeforeThoseOfThePolicy() {
        ready("A");
        worker.take(new WorkerInput.MustRetire("for a class that needs a fresh worker"));
        worker.asks(99);
        assertEquals(
                Optional.of(new StopReason.Retire("for a class that needs a fresh worker")),
                worker.reasonToRetire(new RetirePolicy(0, false, 10)));
    }

    @Test
    void aFullHeapIsNotedWhenItAsks() {
        RetirePolicy aboveHalf = new RetirePolicy(0, false, 50);
        worker.hand(ready("A"), 0);
        worker.release();
        worker.asks(50);
        assertEquals(Optional.empty(), worker.reasonToRetire(aboveHalf));
        worker.asks(51);
        assertEquals(Optional.of(new StopReason.Retire("with a full heap")), worker.reasonToRetire(aboveHalf));
        assertTrue(worker.hasAsked());
    }

    @Test
    void whoDiesOverTheFirstOfSeveralLeavesAllOfThemToBeTriedAlone() {
        worker.hand(ready("A"), 0);
        worker.batch().make(List.of(slice("B"), slice("C")));
        Estate estate = worker.end();
        assertTrue(estate.looking());
        assertEquals("A", estate.inHand().className());
        assertTrue(estate.batch().stream().allMatch(slice -> slice.selection().alone()));
    }

    @Test
    void whoDiesInTheMiddleLeavesTheOthersAsTheyWere() {
        Slice first = ready("A");
        worker.hand(first, 0);
        worker.batch().make(List.of(slice("B")));
        first.on(new Reported(ReportKind.SET_STARTING, report(0)), 0);
        Estate estate = worker.end();
        assertFalse(estate.looking());
        assertFalse(estate.batch().get(0).selection().alone());
        assertFalse(worker.batch().isMade(), "it leaves nothing twice");
    }

    @Test
    void twoWorkersCountTheSameTestsAndMavenHearsDifferentNumbers() {
        Worker other = new Worker(8, 2, freshRunIds::incrementAndGet);
        Reported own = new Reported(ReportKind.STARTING, report(3));
        Reported first = (Reported) worker.withUniqueRunId(own);
        Reported second = (Reported) other.withUniqueRunId(own);
        assertNotEquals(first.report().runId(), second.report().runId());
        assertEquals(first, worker.withUniqueRunId(own), "the same every time");
        Printed printed = new Printed("x", true, true, false, 3L, null);
        assertEquals(first.report().runId(), ((Printed) worker.withUniqueRunId(printed)).runId());

        worker.forgetRunIds();
        assertNotSame(first, worker.withUniqueRunId(own));
        assertNotEquals(first, worker.withUniqueRunId(own), "the class runs again");
    }

    private Slice ready(String className) {
        worker.take(new WorkerInput.Greeted());
        worker.take(new WorkerInput.Asked());
        return slice(className);
    }

    private Slice slice(String className) {
        return new ClassAccount(className, 0, freshRunIds::incrementAndGet).whole();
    }

    private static TestReport report(long runId) {
        return new TestReport(false, runId, "A", null, "t", null, null, 1, null, Map.of(), null, "[e]/t");
    }
}
