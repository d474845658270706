package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Surefire writes the system properties of a worker into its reports. */
final class SecretPropertiesTest {
    private static final Event LINE = new Logged(LogLevel.INFO, "s3cret", null);

    @Test
    void passwordInThemIsHiddenAndNothingElseChanges() {
        List<Event> hidden = SecretProperties.hidden(
                List.of(LINE, end(Map.of("url", "jdbc:x?password=s3cret&a=0ther", "b", "c"))),
                List.of("s3cret", "0ther"));
        assertEquals(List.of(LINE, end(Map.of("url", "jdbc:x?password=\u2026&a=\u2026", "b", "c"))), hidden);
    }

    @Test
    void whereThereAreNoneNobodyLooks() {
        List<Event> events = List.of(LINE);
        assertSame(events, SecretProperties.hidden(events, List.of()));
    }

    private static Event end(Map<String, String> properties) {
        return new Reported(
                ReportKind.SET_COMPLETED,
                new TestReport(false, 1, "a.ATest", null, null, null, null, 5, null, properties, "a.ATest", null));
    }
}
