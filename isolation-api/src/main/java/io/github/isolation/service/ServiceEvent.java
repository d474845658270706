package io.github.isolation.service;

import java.time.Duration;

/**
 * Something has happened to a service of a fork.
 *
 * @param took how long that was
 */
public record ServiceEvent(String id, Kind kind, Duration took) {
    /** What. */
    public enum Kind {
        /** It was seeded and started, and is ready. */
        STARTED,
        /** It was ended, seeded and started, and is ready. */
        RESTORED,
        /** It was ended, because its fork has. */
        STOPPED,
        /** It has ended, and nobody had asked for that. */
        ENDED,
        /** It could not be started, or not be restored. */
        FAILED
    }
}
