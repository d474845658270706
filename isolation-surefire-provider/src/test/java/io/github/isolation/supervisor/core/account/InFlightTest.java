package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.TestReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that are running, as people are told of them. */
class InFlightTest {
    /** Since Surefire 3.6, a report has the class that a test is in as well as that under which it is filed. */
    @Test
    void aTestInANestedClassHasTheNameThatItsReportHas() {
        InFlight inFlight = new InFlight();
        inFlight.started(report("a.Outer", "a.Outer$In"), 0);
        inFlight.started(report("a.Outer", null), 0);
        assertEquals(List.of("a.Outer$In.test", "a.Outer.test"), inFlight.names());
        assertEquals("a.Outer$In.test", inFlight.overdue(1, 2));
    }

    private static TestReport report(String source, String qualified) {
        return new TestReport(false, 1, source, null, "test", null, null, null, null, Map.of(), qualified, null);
    }
}
