package io.github.isolation.maven.report;

import java.util.Locale;

/** Milliseconds, as people read them. */
final class Durations {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;

    private Durations() {}

    static String text(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
    }
}
