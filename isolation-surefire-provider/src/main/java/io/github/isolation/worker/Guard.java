package io.github.isolation.worker;

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
    private final ToSupervisor supervisor;
    private final Resume resume;
    private final String fork;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    Guard(ToSupervisor supervisor, Resume resume, String fork) {
        this.supervisor = supervisor;
        this.resume = resume;
        this.fork = fork;
    }

    /**
     * Says, once for each kind, that something was not done.
     *
     * @param what after "could not", as in "look for what classes leave behind"
     */
    void failed(String what, Throwable thrown) {
        try {
            if (said.add(what + thrown.getClass().getName())) {
                String line = "isolation: fork " + fork + " could not " + what
                        + resume.className().map(name -> ", at " + name).orElse("") + ": " + text(thrown)
                        + ". All tests keep their results; see what they do to their JVM if it is said again.";
                supervisor.tell(new Logged(LogLevel.WARNING, line, null));
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
