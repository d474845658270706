package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import io.github.isolation.record.NoticeFact;
import java.util.Optional;

/** Which of the lines that Maven is told belong into the record: our own, and each that fails the build, whoever says it. */
final class Notices {
    private Notices() {}

    static Optional<NoticeFact> of(Event event, long at) {
        if (!(event instanceof Logged line)) {
            return Optional.empty();
        }
        String message = line.message();
        Trace trace = line.trace();
        // A trace on the console is what fails the build.
        if (line.level() == LogLevel.ERROR && trace != null) {
            String text = message == null ? String.valueOf(trace.text()) : message;
            return Optional.of(new NoticeFact(at, LogLevel.ERROR.name(), text.split("\\R", 2)[0]));
        }
        if (message == null || line.level() == LogLevel.DEBUG || !message.startsWith("isolation: ")) {
            return Optional.empty();
        }
        LogLevel level = line.level() == LogLevel.ERROR ? LogLevel.WARNING : line.level();
        return Optional.of(new NoticeFact(at, level.name(), message));
    }
}
