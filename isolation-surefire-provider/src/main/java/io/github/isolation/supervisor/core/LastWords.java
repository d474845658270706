package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker said last: quoted when it dies, and its thread dump if it is ended for taking too long. */
final class LastWords {
    /** How much of what a worker printed past Java is quoted when it dies. */
    private static final int TAIL_LINES = 20;

    /** How much of a thread dump that its JVM prints is kept; a frame is a line. */
    private static final int DUMP_LINES = 5000;

    /** What every JVM says that takes an agent while it runs, as Mockito's: it never is the reason of anything. */
    private static final String AGENT_ATTACHED = "VM warning: Sharing is only supported for boot loader classes";

    private final Deque<String> tail = new ArrayDeque<>();
    private @Nullable String dump;

    void forget() {
        tail.clear();
        dump = null;
    }

    /** An error that Surefire logs in the worker may be the last that is heard of it. */
    void remember(Event event, boolean ending) {
        if (event instanceof Logged error && error.level() == LogLevel.ERROR) {
            String text = error.trace() == null ? null : error.trace().text();
            remember(text == null ? String.valueOf(error.message()) : text.split("\\R", 2)[0], ending);
        }
    }

    /** A line. While the worker is being ended, what its JVM prints is the thread dump. */
    void remember(String line, boolean ending) {
        if (line.contains(AGENT_ATTACHED)) {
            return;
        }
        tail.add(line);
        if (tail.size() > (ending ? DUMP_LINES : TAIL_LINES)) {
            tail.remove();
        }
    }

    /** The worker itself answered the question what its threads are doing. */
    void dumped(String text) {
        dump = text;
    }

    /** What its threads were doing when it was asked; what the JVM printed, if no thread could answer. */
    String dump() {
        return dump != null ? dump : String.join("\n", tail);
    }

    List<String> tail() {
        return new ArrayList<>(tail);
    }
}
