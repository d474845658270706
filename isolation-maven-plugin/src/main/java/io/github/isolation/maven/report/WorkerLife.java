package io.github.isolation.maven.report;

import org.jspecify.annotations.Nullable;

/**
 * A worker from its start to its end. Moments are milliseconds since the run began, {@link #UNKNOWN} where the record does not say.
 *
 * @param readyCpuMillis the CPU time that it had taken when it was ready; 0 where not known
 * @param how it ended, as in a record; empty while it lived
 * @param why in words; may be empty
 * @param exit the exit status of its process, if it was seen
 * @param peakKiB the most memory it had; 0 where not known
 * @param classes that it was handed
 * @param lastWords what it printed last, of one that died with a test in hand; may be empty
 */
public record WorkerLife(
        int number,
        int fork,
        boolean spare,
        long started,
        long ready,
        long readyCpuMillis,
        long ended,
        String how,
        String why,
        @Nullable Integer exit,
        long peakKiB,
        long cpuMillis,
        int classes,
        String lastWords) {
    /** A moment that is in no line. */
    public static final long UNKNOWN = -1;

    /** How many cores it kept busy until it was ready, on the average; what is given, where not known. */
    double usedUntilReady(double otherwise) {
        return readyCpuMillis == 0 || started < 0 || ready <= started
                ? otherwise
                : readyCpuMillis / (double) (ready - started);
    }

    /** The same from then on. */
    double usedOnceReady(double otherwise) {
        if (cpuMillis == 0 || started < 0 || ready < started || ended <= ready) {
            return otherwise;
        }
        long before = readyCpuMillis == 0 ? Math.min(cpuMillis, ready - started) : readyCpuMillis;
        return (cpuMillis - before) / (double) (ended - ready);
    }

    /** Whether it went when nobody wanted it to. */
    public boolean isDeath() {
        return switch (how) {
            case "", "finished", "retired", "cancelled" -> false;
            default -> true;
        };
    }
}
