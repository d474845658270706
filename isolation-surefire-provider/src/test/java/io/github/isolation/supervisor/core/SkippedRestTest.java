package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The user wants nothing more to begin, and a class waits whose worker has died in the middle. */
class SkippedRestTest {
    private final Supervision supervision = new Supervision(Configured.forks(2).settings(), List.of("A", "B"));
    private final HeardByMaven maven = new HeardByMaven();
    private final Map<Integer, Long> said = new HashMap<>();

    /** Surefire writes the report of a set at its end: without one, what had run of it would be in no report. */
    @Test
    void theSetThatItHadOpenedIsClosed() {
        heed(supervision.start(0));
        hear(1, new Event.Hello(1, "", 1));
        hear(1, new Event.NextTest(-1));
        hear(1, new Event.Planned(List.of(test("first"), test("second"))));
        report(1, ReportKind.SET_STARTING, null);
        report(1, ReportKind.STARTING, "first");
        report(1, ReportKind.SUCCEEDED, "first");
        heed(supervision.on(new Input.ChannelEnded(1), 1));
        heed(supervision.on(new Input.Exited(1, ExitInfo.of(134)), 1));
        heed(supervision.on(new Input.SkipRest(), 1));

        assertEquals(
                List.of(
                        "SET_STARTING A",
                        "STARTING first",
                        "SUCCEEDED first",
                        "ERROR executionError",
                        "SET_COMPLETED A"),
                told());
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (Event event : maven.told) {
            if (event instanceof Reported r) {
                String name = r.report().name();
                told.add(r.kind() + " " + (name == null ? r.report().source() : name));
            }
        }
        return told;
    }

    private void report(int serial, ReportKind kind, @Nullable String test) {
        String id = test == null ? null : "[e]/" + test;
        long runId = test == null ? 0 : 1;
        hear(
                serial,
                new Reported(
                        kind, new TestReport(false, runId, "A", null, test, null, null, 1, null, Map.of(), null, id)));
    }

    private static PlannedTest test(String name) {
        return new PlannedTest("[e]/" + name, "A", name, false);
    }

    private void hear(int serial, Event event) {
        heed(supervision.on(new Input.FromWorker(serial, said.merge(serial, 1L, Long::sum), event), 1));
    }

    private void heed(List<Effect> effects) {
        effects.forEach(maven::perform);
    }
}
