package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What becomes of a fault in what we do beside the tests: a look, a measurement, a wish that is read. It costs one line, and no
 * test its result: the JVM belongs to the tests, which may have used up its files or its memory, or forbidden things. In a
 * worker; thread-safe.
 */
final class Guard {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Guard() {}

    /**
     * Says, once for each kind, that something was not done.
     *
     * @param what after "could not", as in "look for what classes leave behind"
     */
    static void failed(String what, Throwable thrown) {
        try {
            WorkerChannel channel = WorkerChannel.current();
            if (channel != null && SAID.add(what + thrown.getClass().getName())) {
                String line = "isolation: fork " + AtStart.property(ForkProperties.FORK) + " could not " + what
                        + Resume.className().map(name -> ", at " + name).orElse("") + ": " + text(thrown)
                        + ". All tests keep their results; see what they do to their JVM if it is said again.";
                channel.tell(new Logged(LogLevel.WARNING, line, null));
            }
        } catch (RuntimeException | Error e) {
            // There is nothing left to say it with.
        }
    }

    private static String text(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException e) {
            return thrown.getClass().getName();
        }
    }
}
