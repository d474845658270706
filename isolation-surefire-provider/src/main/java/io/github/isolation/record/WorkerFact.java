package io.github.isolation.record;

import org.jspecify.annotations.Nullable;

/**
 * A worker was started, became ready, or is gone.
 *
 * @param state {@code started}, {@code ready} or {@code ended}
 * @param spare whether it was started in advance; in {@code started}
 * @param how in {@code ended}: {@code finished}, {@code retired}, {@code crashed}, {@code out of memory}, {@code timed out},
 *     {@code did not start}, {@code protocol broken} or {@code cancelled}
 * @param why in words: why it retired, what took too long, what its exit status means
 * @param exit the exit status of its process, if it was seen
 * @param peakKiB the most memory it had (Linux; 0 where not known)
 * @param cpuMillis the CPU time it took, as far as it was seen
 * @param archive in {@code ended}, the class-data archive that it was started from: {@code shared} by all suites, or of the
 *     {@code suite}; empty if it was none
 */
public record WorkerFact(
        long at,
        int worker,
        int fork,
        String state,
        boolean spare,
        String how,
        String why,
        @Nullable Integer exit,
        long peakKiB,
        long cpuMillis,
        String archive)
        implements Fact {
    /** One that was started from no archive, or of which that is not known. */
    public WorkerFact(
            long at,
            int worker,
            int fork,
            String state,
            boolean spare,
            String how,
            String why,
            @Nullable Integer exit,
            long peakKiB,
            long cpuMillis) {
        this(at, worker, fork, state, spare, how, why, exit, peakKiB, cpuMillis, "");
    }

    /** One that was started. */
    public static WorkerFact started(long at, int worker, int fork, boolean spare) {
        return new WorkerFact(at, worker, fork, "started", spare, "", "", null, 0, 0);
    }

    /** One that wants its first class. */
    public static WorkerFact ready(long at, int worker, int fork, boolean spare, long cpuMillis) {
        return new WorkerFact(at, worker, fork, "ready", spare, "", "", null, 0, cpuMillis);
    }

    @Override
    public String line() {
        return JsonWriter.of("worker", at, worker, fork)
                .put("state", state)
                .put("spare", spare)
                .put("how", how)
                .put("why", why)
                .put("exit", exit)
                .putUnlessZero("peakKiB", peakKiB)
                .putUnlessZero("cpuMillis", cpuMillis)
                .put("archive", archive)
                .toString();
    }

    static WorkerFact read(Fields in) {
        return new WorkerFact(
                in.number("at"),
                in.count("worker"),
                in.count("fork"),
                in.text("state"),
                in.flag("spare"),
                in.text("how"),
                in.text("why"),
                in.countOrNull("exit"),
                in.number("peakKiB"),
                in.number("cpuMillis"),
                in.text("archive"));
    }
}
