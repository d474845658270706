package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of classes when it is not their worker that fails, but the supervisor or its disk. */
class FailingEndsTest {
    private final Supervision supervision = new Supervision(Configured.forks(2).settings(), List.of("A", "B", "C"));
    private final Map<Integer, Long> said = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void everyClassOfASupervisorThatFailsHasASetAndAReason() {
        effects.addAll(supervision.start(0));
        for (int serial = 1; serial <= 2; serial++) {
            hear(serial, new Event.Hello(1, "", 1));
            hear(serial, new Event.NextTest(1));
        }
        hear(1, report(ReportKind.SET_STARTING, "A", null));
        hear(1, report(ReportKind.STARTING, "A", "runs"));
        assertEquals(List.of("A.runs", "B"), supervision.running());

        effects.clear();
        effects.addAll(supervision.fail("no memory", 5));
        List<String> told = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Hold hold) {
                hold.events().forEach(event -> told.add(words(event)));
            }
        }
        assertEquals(
                List.of(
                        "ERROR A.runs The supervisor failed while this was running: no memory",
                        "ERROR A.executionError What of this class had not begun was not run, because it cannot be resumed"
                                + " there. The supervisor failed while this was running: no memory",
                        "SET_COMPLETED A.null",
                        "SET_STARTING B.null",
                        "ERROR B.executionError The supervisor failed while this was running: no memory",
                        "SET_COMPLETED B.null",
                        "SET_STARTING C.null",
                        "ERROR C.executionError Not run: the supervisor failed: no memory",
                        "SET_COMPLETED C.null"),
                told);
        assertEquals(
                3, effects.stream().filter(Effect.Release.class::isInstance).count());
        assertEquals(List.of(), supervision.running());
    }

    @Test
    void outputThatFoundNoPlaceIsAnErrorOfItsClassAndCountedAsOne() {
        TestReport set = new TestReport(false, 3, "A", null, null, null, null, 1, null, Map.of(), null, null);
        List<Effect> told = supervision.on(new Input.OutputLost(7, set, "/full/held: No space left on device"), 0);
        Effect.Hold hold = (Effect.Hold) told.get(0);
        assertEquals(7, hold.slice());
        String error = words(hold.events().get(0));
        assertTrue(error.startsWith("ERROR A.executionError What this class printed is lost"), error);
        assertTrue(error.endsWith("/full/held: No space left on device"), error);
        assertTrue(supervision.statistics().summary(2).startsWith("isolation: 1 test in 2 forks"));
    }

    private void hear(int serial, Event event) {
        effects.addAll(supervision.on(new Input.FromWorker(serial, said.merge(serial, 1L, Long::sum), event), 0));
    }

    private static String words(Event event) {
        Reported reported = (Reported) event;
        TestReport of = reported.report();
        String why = of.trace() == null ? "" : " " + of.trace().message();
        return reported.kind() + " " + of.source() + "." + of.name() + why;
    }

    private static Event report(ReportKind kind, String source, String name) {
        return new Reported(
                kind, new TestReport(false, 1, source, null, name, null, null, null, null, Map.of(), null, null));
    }
}
