package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import io.github.isolation.record.NoticeFact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the record has of the lines on the console. */
class NoticesTest {
    private static final Trace TRACE = new Trace("t", null, "java.lang.Error: t\n\tat a.B.c\n");

    private static Optional<NoticeFact> of(LogLevel level, @Nullable String message, @Nullable Trace trace) {
        return Notices.of(new Logged(level, message, trace), 7);
    }

    @Test
    void ourOwnLinesAreThereAndOthersAreNot() {
        assertEquals(Optional.of(new NoticeFact(7, "INFO", "isolation: x")), of(LogLevel.INFO, "isolation: x", null));
        assertEquals(Optional.empty(), of(LogLevel.DEBUG, "isolation: x", null));
        assertEquals(Optional.empty(), of(LogLevel.WARNING, "x", null));
        assertEquals(Optional.empty(), Notices.of(new Event.Bye(), 7));
    }

    @Test
    void whatFailsTheBuildIsThereWhoeverSaysIt() {
        assertEquals(Optional.of(new NoticeFact(7, "ERROR", "x")), of(LogLevel.ERROR, "x\ny", TRACE));
        assertEquals(Optional.of(new NoticeFact(7, "ERROR", "java.lang.Error: t")), of(LogLevel.ERROR, null, TRACE));
    }

    /** Without a trace, Maven passes. */
    @Test
    void anErrorThatFailsNothingIsAWarning() {
        assertEquals(
                Optional.of(new NoticeFact(7, "WARNING", "isolation: x")), of(LogLevel.ERROR, "isolation: x", null));
        assertEquals(Optional.empty(), of(LogLevel.ERROR, "x", null));
    }
}
