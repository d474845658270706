package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.junit.platform.engine.Filter;

/**
 * Does what a launcher of the JUnit Platform before 1.7 does not do by itself: it does not look for filters, without which no
 * class can be resumed. So ours is put among those that Surefire's provider has made of the user's wishes. Of one before
 * 1.6 nothing is promised, and one line says so.
 */
final class OldLauncher {
    private static final String BELOW =
            "isolation: these tests run on a JUnit Platform before 1.6 (JUnit 5.6), the oldest that"
                    + " is tested with isolation: what it promises of crashes, retirements and locks may not hold here. Use JUnit 5.6"
                    + " or later, or set isolation.skip.";

    private OldLauncher() {}

    /** Before any class is run by this provider, which is Surefire's for the JUnit Platform. */
    static void help(SurefireProvider provider, WorkerSession session) {
        if (NewerJUnit.isBelowFloor()) {
            warn(session, BELOW);
        }
        if (!NewerJUnit.findsFilters()) {
            try {
                addFilter(provider, session);
            } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                warn(
                        session,
                        "isolation: what has run of a class runs again after a crash or a retirement, because this JUnit"
                                + " Platform is older than 1.7 and Surefire's provider takes no filter (" + e
                                + "). Use JUnit 5.7 or later.");
            }
        }
    }

    /** Once in an execution. */
    private static void warn(WorkerSession session, String line) {
        if (session.execution().isInFirstWorker()) {
            session.supervisor().tell(new Logged(LogLevel.WARNING, line, null));
        }
    }

    private static void addFilter(SurefireProvider provider, WorkerSession session)
            throws ReflectiveOperationException {
        Field field = Arrays.stream(provider.getClass().getDeclaredFields())
                .filter(candidate -> candidate.getType() == Filter[].class)
                .findFirst()
                .orElseThrow(() -> new NoSuchFieldException("no field of " + provider.getClass() + " holds filters"));
        field.setAccessible(true);
        Filter<?>[] present = (Filter<?>[]) field.get(provider);
        Filter<?>[] more = Arrays.copyOf(present, present.length + 1);
        more[present.length] = new ResumeFilter(session);
        field.set(provider, more);
    }
}
