package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of a run by one who trusts nobody in it. */
class AuditTest {
    private static final Planned A_TEST = new Planned(List.of(new PlannedTest("t", "A", "t", false)));

    private final Audit audit = new Audit();

    @BeforeEach
    void promise() {
        audit.promised("A");
        audit.promised("B");
    }

    @Test
    void aClassThatNobodyWasHandedIsMissed() {
        tell("A");
        assertEquals(List.of("isolation: nothing was reported of B, which no worker was handed."), firstSentences());
    }

    @Test
    void soIsOneThatWasHandedOutAndLeftNothing() {
        tell("A");
        audit.handed("B");
        audit.planned("B", A_TEST);
        assertEquals(List.of("isolation: nothing was reported of B, which a worker was handed."), firstSentences());
    }

    /** Of several errors of one fork, Surefire shows the first. */
    @Test
    void allThatAreMissedAreSaidInOneError() {
        audit.handed("B");
        audit.planned("B", A_TEST);
        assertEquals(
                List.of(
                        "isolation: nothing was reported of 2 classes: A, which no worker was handed; B, which a worker was"
                                + " handed."),
                firstSentences());
        for (int i = 0; i < 30; i++) {
            audit.promised("C" + i);
        }
        String all = firstSentences().get(0);
        assertTrue(all.startsWith("isolation: nothing was reported of 32 classes: A, "), all);
        assertTrue(all.endsWith("; C17, which no worker was handed; and 12 more."), all);
    }

    @Test
    void oneWithoutTestsOwesNothingAndOneThatWasFilteredOutNeither() {
        audit.handed("A");
        audit.planned("A", new Planned(List.of()));
        audit.excused("B");
        assertEquals(Optional.empty(), audit.differences());
    }

    @Test
    void aResultOfAClassInOtherHandsIsNotBelieved() {
        assertNotNull(audit.foreign(result("A", "[engine:e]/[class:A]/[method:t()]"), "B"));
        assertNull(audit.foreign(result("A", "[engine:e]/[class:A]/[method:t()]"), "A"));
        // What is nested in a class has its id, and what a suite runs is the suite's.
        assertNull(audit.foreign(result("A", "[engine:e]/[class:A]/[nested-class:N]/[method:t()]"), "A$N"));
        assertNull(audit.foreign(result("A", "[engine:s]/[suite:S]/[engine:e]/[class:A]/[method:t()]"), "S"));
        assertNull(audit.foreign(result("Elsewhere", "[engine:e]/[class:Elsewhere]/[method:t()]"), "B"));
    }

    @Test
    void itIsSaidOnceAndFailsTheBuild() {
        Logged first = audit.foreign(result("A", null), "B");
        assertNull(first, "an engine that tells no plans may run what it likes");
        audit.planned("B", A_TEST);
        Logged said = audit.foreign(result("A", null), "B");
        assertTrue(said != null && said.trace() != null);
        Logged again = audit.foreign(result("A", null), "B");
        assertTrue(again != null && again.trace() == null);
    }

    private void tell(String className) {
        audit.handed(className);
        audit.told(className, List.of(new Reported(ReportKind.SET_STARTING, report(className, null))));
    }

    private List<String> firstSentences() {
        return audit.differences().stream()
                .map(line -> line.message().substring(0, line.message().indexOf('.') + 1))
                .toList();
    }

    private static Reported result(String source, @Nullable String id) {
        return new Reported(ReportKind.SUCCEEDED, report(source, id));
    }

    private static TestReport report(String source, @Nullable String id) {
        return new TestReport(false, 1, source, null, "t", null, null, 1, null, Map.of(), null, id);
    }
}
