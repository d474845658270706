package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event.LeftBehind;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Leftover;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What classes leave behind, in words. Threads of one kind are named once in a run: a server that the classes of a suite share
 * on purpose has many, in every worker again.
 */
final class LeakNotes {
    private final Set<String> saidKinds = new HashSet<>();
    private boolean saidHowToSilence;

    /** The lines for the console; none if there is nothing new. */
    List<Logged> of(LeftBehind left) {
        Map<String, Leftover> named = new LinkedHashMap<>();
        Map<String, Integer> more = new HashMap<>();
        for (Leftover leftover : left.leftovers()) {
            String key = leftover.isThread() ? leftover.threadKind() : leftover.what();
            if (named.containsKey(key)) {
                more.merge(key, 1, Integer::sum);
            } else if (!leftover.isThread() || saidKinds.add(key)) {
                named.put(key, leftover);
            }
        }
        List<String> parts = new ArrayList<>();
        named.forEach((key, leftover) ->
                parts.add(leftover.what() + (more.containsKey(key) ? " and " + more.get(key) + " more like it" : "")));
        List<Logged> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            lines.add(line(left, String.join(", ", parts)));
        }
        named.values().stream().filter(Leftover::isThread).findFirst().ifPresent(first -> howToSilence(first, lines));
        return lines;
    }

    private static Logged line(LeftBehind left, String what) {
        String message = "isolation: " + left.afterMillis() + " ms after its end, " + left.className()
                + " has left behind " + what;
        // A trace on the console is what fails the build.
        return left.fails()
                ? new Logged(
                        LogLevel.ERROR,
                        message,
                        new Trace(message, null, "io.github.isolation.Leak: " + message + "\n"))
                : new Logged(LogLevel.WARNING, message, null);
    }

    private void howToSilence(Leftover thread, List<Logged> lines) {
        if (!saidHowToSilence) {
            saidHowToSilence = true;
            String pattern = thread.threadKind().replace('#', '*');
            lines.add(new Logged(
                    LogLevel.INFO,
                    "isolation: each kind of thread is named once. Those that are meant to stay are left out with"
                            + " <leaksIgnore> (isolation.leaksIgnore=" + pattern + ")",
                    null));
        }
    }
}
