package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.LeftBehind;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Leftover;
import io.github.isolation.protocol.LogLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakNotesTest {
    private static final Leftover PROCESS = new Leftover("process 17 (/bin/sleep)", "");

    private final LeakNotes notes = new LeakNotes();

    @Test
    void threadsOfOneKindAreNamedOnceInARunAndTheWayToSilenceThemOnce() {
        List<Logged> first = notes.of(left("A", false, thread("loop-1"), PROCESS, thread("loop-2"), thread("loop-3")));
        assertEquals(
                List.of(
                        "isolation: 500 ms after its end, A has left behind thread \"loop-1\" and 2 more like it,"
                                + " process 17 (/bin/sleep)",
                        "isolation: each kind of thread is named once. Those that are meant to stay are left out with"
                                + " <leaksIgnore> (isolation.leaksIgnore=loop-*)"),
                first.stream().map(Logged::message).toList());
        assertEquals(List.of(), notes.of(left("B", false, thread("loop-9"))));
        assertEquals(
                List.of("isolation: 500 ms after its end, C has left behind thread \"other\""),
                notes.of(left("C", false, thread("loop-10"), thread("other"))).stream()
                        .map(Logged::message)
                        .toList());
    }

    @Test
    void aProcessIsNamedEveryTimeForThereIsNoOtherLikeIt() {
        assertEquals(1, notes.of(left("A", false, PROCESS)).size());
        assertEquals(1, notes.of(left("B", false, PROCESS)).size());
    }

    @Test
    void whatIsToFailTheBuildHasATrace() {
        Logged warning = notes.of(left("A", false, thread("a"))).get(0);
        assertEquals(LogLevel.WARNING, warning.level());
        assertEquals(null, warning.trace());
        Logged error = notes.of(left("A", true, thread("b"))).get(0);
        assertEquals(LogLevel.ERROR, error.level());
        assertTrue(error.trace().text().startsWith("io.github.isolation.Leak: isolation: 500 ms"));
    }

    private static Leftover thread(String name) {
        return new Leftover("thread \"" + name + "\"", name.replaceAll("\\d+", "#"));
    }

    private static LeftBehind left(String className, boolean fails, Leftover... leftovers) {
        return new LeftBehind(className, 500, List.of(leftovers), fails);
    }
}
