package io.github.isolation.supervisor;

import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.account.Limits;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes trials, one after the other, in the forks of a run that is over: with its JVM options, its class path and its directories,
 * which are restored before each worker. Of all that, nobody hears but who has asked. In one thread, but for {@link #put} and
 * {@link #abandon}.
 */
public final class Trials {
    private final TrialWorkers workers;
    private final ForkSites sites;
    private final int firstFork;
    private final Limits limits;
    private final Duration gracePeriod;
    private volatile @Nullable TrialRun running;
    private volatile boolean cancelled;
    private int made;

    /**
     * In these places.
     *
     * @param firstFork the number of the first fork
     * @param limits those of the user
     */
    public Trials(TrialWorkers workers, ForkSites sites, int firstFork, Limits limits, Duration gracePeriod) {
        this.workers = workers;
        this.sites = sites;
        this.firstFork = firstFork;
        this.limits = limits;
        this.gracePeriod = gracePeriod;
    }

    /**
     * Makes one.
     *
     * @param limit how long it may take
     * @param wanted the tests of which it is to be known that they passed; those that fail are known in any case
     */
    public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted)
            throws IOException, InterruptedException {
        return run(trial, RetirePolicy.NEVER, CrashLimit.ofAll(1), limit, wanted, false);
    }

    /**
     * Makes one whose workers have the agent of an audit.
     *
     * @param limit how long it may take
     */
    public TrialResult watch(Trial trial, Duration limit) throws IOException, InterruptedException {
        return run(trial, RetirePolicy.NEVER, CrashLimit.ofAll(1), limit, test -> false, true);
    }

    /** What is kept of the trial that was made last. */
    public Path directory() {
        return sites.runDirectory().resolve("trials").resolve(Integer.toString(made));
    }

    /**
     * Runs a whole suite: as in any run, workers that crash are replaced, and those that are to make room do so. The outcome of
     * each test is known.
     *
     * @param retire when workers make room for others
     * @param limit how long it may take
     */
    public TrialResult runSuite(Trial trial, RetirePolicy retire, Duration limit)
            throws IOException, InterruptedException {
        return run(trial, retire, CrashLimit.usual(), limit, test -> true, false);
    }

    private TrialResult run(
            Trial trial,
            RetirePolicy retire,
            CrashLimit crashes,
            Duration limit,
            Predicate<TestRef> wanted,
            boolean watched)
            throws IOException, InterruptedException {
        made++;
        Path directory = directory();
        Launches launches = Launches.ofTrial(directory);
        BetweenClasses betweenClasses = new BetweenClasses(sites, VerifyPolicy.AFTER_RUN);
        Settings settings = settings(
                trial.workers(), retire, crashes, betweenClasses.isNeeded() || sites.restoreServicesEveryClass());
        TrialRun run = new TrialRun(
                trial,
                settings,
                workers.blueprint(launches, settings, directory, watched),
                launches,
                sites,
                betweenClasses,
                gracePeriod,
                wanted);
        running = run;
        if (cancelled) {
            run.put(new Input.Shutdown("EXIT"));
        }
        try {
            return run.run(limit);
        } finally {
            running = null;
        }
    }

    /**
     * In a trial no worker has a successor: what ran in it would not be what was asked for. Several begin when all are there.
     */
    private Settings settings(int lanes, RetirePolicy retire, CrashLimit crashes, boolean tidies) {
        return new Settings(
                firstFork,
                lanes,
                false,
                lanes > 1,
                retire,
                crashes,
                limits,
                0,
                0,
                tidies,
                0,
                PlanSharing.NONE,
                Splitting.NEVER);
    }

    /** How many were begun. */
    public int made() {
        return made;
    }

    /** Whether Maven has ended them. */
    public boolean areCancelled() {
        return cancelled;
    }

    /** Takes what Maven says. From any thread. */
    public void put(Input input) {
        cancelled |= input instanceof Input.Shutdown;
        TrialRun run = running;
        if (run != null && (input instanceof Input.Shutdown || input instanceof Input.Ping)) {
            run.put(input);
        }
    }

    /** Ends all workers at once: Maven is gone. From any thread. */
    public void abandon() {
        cancelled = true;
        TrialRun run = running;
        if (run != null) {
            run.abandon();
        }
    }
}
