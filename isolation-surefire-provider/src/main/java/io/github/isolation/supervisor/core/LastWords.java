package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a worker said last: quoted when it dies, and its thread dump if it is ended for taking too long. */
final class LastWords {
    /** How much of what a worker printed past Java is quoted when it dies. */
    private static final int TAIL_LINES = 20;

    /** How much of a thread dump that its JVM prints is kept; a frame is a line. */
    private static final int DUMP_LINES = 5000;

    /**
     * What a JVM says in many a build, as when it takes an agent while it runs (Mockito) or loads native code: it never is the
     * reason of anything.
     */
    private static final Pattern NEVER_A_REASON =
            Pattern.compile(".* VM warning: Sharing is only supported for boot loader classes.*"
                    + "|WARNING: (A Java agent has been loaded dynamically|If a serviceability tool is |Dynamic loading of agents will be "
                    + "|A restricted method in |Use --enable-native-access=|Restricted methods will be blocked "
                    + "|A terminally deprecated method in |Please consider reporting this to the maintainers of "
                    + "|\\S+ has been called by |\\S+ will be removed in a future release).*");

    /** What it says of its environment, before anything else: a reason if it does not start, and nobody's words if it does. */
    private static final Pattern OF_ITS_ENVIRONMENT =
            Pattern.compile("(NOTE: )?Picked up (JAVA_TOOL|_JAVA|JDK_JAVA)_OPTIONS:.*");

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
        if (NEVER_A_REASON.matcher(line).matches()) {
            return;
        }
        tail.add(Wording.shown(line));
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

    /** What it printed, once it ran. */
    List<String> tail() {
        return tail.stream()
                .filter(line -> !OF_ITS_ENVIRONMENT.matcher(line).matches())
                .toList();
    }

    /** All it printed, which may say why it did not run. */
    List<String> ofItsStart() {
        return new ArrayList<>(tail);
    }
}
