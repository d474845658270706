package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sets inside sets, as Surefire up to 3.5 makes them of nested classes, and deaths in the middle of them (L22). */
class OpenSetsTest {
    private static final List<String> NESTED = List.of("C", "C$In", "C$In$In");

    private final OpenSets sets = new OpenSets();
    private final List<String> told = new ArrayList<>();

    @Example
    void whatWasOpenIsContinuedAtEveryDepth() {
        starting("Outer");
        starting("Inner");
        sets.suspend();
        starting("Outer");
        starting("Inner");
        completed("Inner");
        completed("Outer");

        assertEquals(
                List.of("SET_STARTING Outer", "SET_STARTING Inner", "SET_COMPLETED Inner", "SET_COMPLETED Outer"),
                told);
        assertFalse(sets.isOpen());
    }

    @Example
    void whatIsNotContinuedIsClosedBeforeAnotherBegins() {
        starting("Outer");
        starting("Inner");
        sets.suspend();
        starting("Outer");
        starting("Other");
        completed("Other");
        completed("Outer");

        assertEquals(
                List.of(
                        "SET_STARTING Outer",
                        "SET_STARTING Inner",
                        "SET_COMPLETED Inner",
                        "SET_STARTING Other",
                        "SET_COMPLETED Other",
                        "SET_COMPLETED Outer"),
                told);
    }

    @Example
    void theInnerOneIsClosedBeforeTheOuterOne() {
        starting("Outer");
        starting("Inner");
        sets.suspend();
        starting("Outer");
        completed("Outer");

        assertEquals(
                List.of("SET_STARTING Outer", "SET_STARTING Inner", "SET_COMPLETED Inner", "SET_COMPLETED Outer"),
                told);
    }

    @Example
    void whatNobodyContinuesIsClosedFromTheInsideOut() {
        starting("Outer");
        starting("Inner");
        note(sets.close(0));

        assertEquals(
                List.of("SET_STARTING Outer", "SET_STARTING Inner", "SET_COMPLETED Inner", "SET_COMPLETED Outer"),
                told);
        assertFalse(sets.isOpen());
    }

    /** Whatever workers do, and however often they die: Maven sees sets that are well-formed, and one outermost set at a time. */
    @Property(tries = 5_000)
    void howeverOftenItIsInterruptedItIsWellFormed(@ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
        OpenSets chaotic = new OpenSets();
        Random chance = new Random(seed);
        List<Event> events = new ArrayList<>();
        Deque<String> inWorker = new ArrayDeque<>();
        for (int time = 0; time < steps; time++) {
            int step = chance.nextInt(5);
            if (step < 2 && inWorker.size() < NESTED.size()) {
                inWorker.push(NESTED.get(inWorker.size()));
                events.addAll(chaotic.starting(set(inWorker.peek()), time));
            } else if (step < 4 && !inWorker.isEmpty()) {
                events.addAll(chaotic.completed(set(inWorker.pop()), time));
            } else {
                chaotic.suspend();
                inWorker.clear();
            }
        }
        events.addAll(chaotic.close(steps));
        assertFalse(chaotic.isOpen());
        Deque<String> inMaven = new ArrayDeque<>();
        for (Event event : events) {
            Reported reported = (Reported) event;
            String source = String.valueOf(reported.report().source());
            if (reported.kind() == ReportKind.SET_STARTING) {
                assertEquals(NESTED.get(inMaven.size()), source);
                inMaven.push(source);
            } else {
                assertEquals(inMaven.pop(), source, "the innermost one ends first");
            }
        }
        assertEquals(0, inMaven.size());
    }

    @Example
    void aResumedSetIsAsOldAsItsFirstStartAndKeepsTheRunIdThatMavenKnows() {
        sets.starting(set("C").withRunId(1), 100);
        sets.suspend();
        sets.starting(set("C").withRunId(11), 500);
        TestReport end = ((Reported) sets.completed(set("C").withRunId(11), 750).get(0)).report();
        assertEquals(1, end.runId());
        assertEquals(650, end.elapsedMillis());
    }

    @Example
    void whatIsPrintedIsFiledUnderTheInnermostSetAlsoWhileNobodyRuns() {
        assertNull(sets.currentRunId());
        sets.starting(set("Outer").withRunId(1), 0);
        sets.starting(set("Inner").withRunId(2), 0);
        assertEquals(2, sets.currentRunId());
        sets.suspend();
        assertEquals(2, sets.currentRunId());
        sets.close(0);
        assertNull(sets.currentRunId());
        assertTrue(sets.everOpened());
    }

    @Example
    void anEndThatIsHeldBackEndsNothing() {
        starting("C");
        note(sets.keepOpen());
        starting("C");
        completed("C");
        assertEquals(List.of("SET_STARTING C", "SET_COMPLETED C"), told);
        note(sets.keepOpen());
        assertFalse(sets.isOpen(), "nothing is open that could be kept");
    }

    private void starting(String source) {
        note(sets.starting(set(source), 0));
    }

    private void completed(String source) {
        note(sets.completed(set(source), 0));
    }

    private void note(List<Event> events) {
        events.forEach(event -> {
            Reported reported = (Reported) event;
            told.add(reported.kind() + " " + reported.report().source());
        });
    }

    private static TestReport set(String source) {
        return new TestReport(false, 0, source, null, null, null, null, 0, null, Map.of(), null, null);
    }
}
