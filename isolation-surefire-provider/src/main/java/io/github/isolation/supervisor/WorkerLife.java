package io.github.isolation.supervisor;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.GapFact;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one worker has done so far, and when, as far as the record tells. The loop's. */
final class WorkerLife implements TestResults.Origin {
    private static final double NANOS_PER_MILLI = 1e6;

    /** The system counts in hundredths of a second, and a look takes a fraction of a thousandth. */
    private static final long WORTH_LOOKING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    final int serial;
    final int fork;
    final boolean spare;
    boolean ready;
    boolean mayRetire;
    boolean ran;
    boolean gone;
    long pid;
    long lastReport;
    long asked;
    long saidBye;
    long exited;
    int classes;
    int attempt = 1;
    long handedAt;
    long firstHandedAt;
    long printed;
    private long countedAt;
    private long countedCpuMillis;
    ProcessFigures figures = ProcessFigures.UNKNOWN;

    @Nullable
    Integer exit;

    @Nullable
    String className;

    WorkerLife(int serial, int fork, boolean spare) {
        this.serial = serial;
        this.fork = fork;
        this.spare = spare;
    }

    @Override
    public int worker() {
        return serial;
    }

    @Override
    public int fork() {
        return fork;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    String className() {
        return className == null ? "" : className;
    }

    void exited(long now, int status) {
        exited = now;
        exit = status;
    }

    void has(String name, long now) {
        className = name;
        handedAt = now;
        firstHandedAt = firstHandedAt == 0 ? now : firstHandedAt;
        printed = 0;
        classes++;
    }

    /** What it takes is seen only while it lives. */
    void look() {
        if (pid != 0 && exit == null) {
            figures = figures.or(ProcessFigures.of(pid));
        }
    }

    /** What it takes from now on is counted for its classes. */
    void countFrom(long now) {
        countedAt = now;
        countedCpuMillis = figures.cpuMillis();
    }

    ClassEndFact returned(long at, long now) {
        long took = TimeUnit.NANOSECONDS.toMillis(now - handedAt);
        Integer cpuMillis = null;
        if (now - countedAt >= WORTH_LOOKING_NANOS) {
            look();
            if (figures.cpuMillis() > 0) {
                cpuMillis = Math.toIntExact(figures.cpuMillis() - countedCpuMillis);
            }
            countFrom(now);
        }
        return new ClassEndFact(at, className(), serial, fork, took, cpuMillis, printed);
    }

    GapFact after(WorkerLife before, long began) {
        return new GapFact(
                fork,
                before.serial,
                serial,
                spare,
                before.millisTo(before.asked),
                before.millisTo(before.saidBye),
                before.millisTo(before.exited),
                before.millisTo(firstHandedAt),
                before.millisTo(began));
    }

    /** In tenths, from its last report. */
    private double millisTo(long nanos) {
        return Math.rint((nanos - lastReport) / NANOS_PER_MILLI * 10) / 10;
    }
}
