package io.github.isolation.maven.report;

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
            long tenths = (millis + 50) / 100;
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        return millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
    }
}
