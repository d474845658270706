package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sets inside sets, as Surefire up to 3.5 makes them of nested classes, and deaths in the middle of them (L22). */
class OpenSetsTest {
    private final OpenSets sets = new OpenSets();
    private final List<String> told = new ArrayList<>();

    @Test
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

    @Test
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

    @Test
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

    @Test
    void whatNobodyContinuesIsClosedFromTheInsideOut() {
        starting("Outer");
        starting("Inner");
        note(sets.close(0));

        assertEquals(
                List.of("SET_STARTING Outer", "SET_STARTING Inner", "SET_COMPLETED Inner", "SET_COMPLETED Outer"),
                told);
        assertFalse(sets.isOpen());
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
