package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long one fork worked while all others had nothing to run, up to the end of a run. */
final class LastFork {
    /** Less of a run is not worth a line, and less time not either, however short the run is. */
    private static final int WORTH_PERCENT = 10;

    private static final long WORTH_MILLIS = 5_000;

    private long since;
    private @Nullable String className;

    /** @param alone the class at which one fork works alone; null if none does */
    void saw(@Nullable String alone, long nowMillis) {
        since = className == null ? nowMillis : since;
        className = alone;
    }

    /** What is to be said at the end of a run that took so long, if others could have helped. */
    Optional<Logged> notice(long runMillis, long nowMillis) {
        long alone = nowMillis - since;
        if (className == null || alone < WORTH_MILLIS || alone * 100 < runMillis * WORTH_PERCENT) {
            return Optional.empty();
        }
        return Optional.of(new Logged(
                LogLevel.INFO,
                "isolation: at the end one fork worked alone for " + seconds(alone) + " of " + seconds(runMillis)
                        + ", at last at " + className + ". If its tests do not need one another,"
                        + " isolation.splitClasses=tail lets the others take over some of them.",
                null));
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100 + " s";
    }
}
