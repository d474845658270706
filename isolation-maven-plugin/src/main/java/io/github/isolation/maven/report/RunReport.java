package io.github.isolation.maven.report;

import io.github.isolation.record.EndFact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.GapFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.UndiscoverableFact;
import io.github.isolation.record.VerdictFact;
import io.github.isolation.record.WaitFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run, put together from the facts of its record. Times are in milliseconds since the run began.
 *
 * @param end nothing if the record was cut off
 * @param millis how long the run took, or as far as the record goes
 * @param stints classes in workers' hands, in the order in which they were handed out
 * @param tests in the order of their first results
 * @param supervisor what it cost; nothing if the record was cut off
 */
public record RunReport(
        RunFact run,
        @Nullable EndFact end,
        long millis,
        List<WorkerLife> workers,
        List<Stint> stints,
        List<TestHistory> tests,
        List<Gap> gaps,
        List<FixturesFact> fixtures,
        List<WaitFact> waits,
        List<LeakFact> leaks,
        List<UndiscoverableFact> undiscoverable,
        List<NoticeFact> notices,
        List<VerdictFact> verdicts,
        @Nullable SupervisorFact supervisor) {

    /** Forks beyond these are shown only if they had a worker. */
    private static final int MOST_IDLE_LANES = 64;

    /**
     * A change of workers.
     *
     * @param at when the first of them reported for the last time; {@link WorkerLife#UNKNOWN} if that cannot be said
     */
    public record Gap(GapFact fact, long at) {}

    /** Whether the supervisor was gone before its run was over. */
    public boolean isCut() {
        return end == null;
    }

    /**
     * How many forks are told apart. A number that is a slip of the keyboard is a number of forks, too, of which hardly any had
     * something to do.
     */
    public int lanes() {
        int lanes = Math.max(1, Math.min(run.forks(), MOST_IDLE_LANES));
        for (WorkerLife life : workers) {
            lanes = Math.max(lanes, life.fork());
        }
        return lanes;
    }

    public Totals totals() {
        return Totals.of(tests);
    }

    /** {@code passed}, {@code failed} or {@code cancelled}; {@code cut} if the record does not say. */
    public String verdict() {
        return end == null ? "cut" : end.verdict();
    }
}
