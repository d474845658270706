package io.github.isolation.verdict;

import io.github.isolation.audit.AuditedRun;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.record.Fact;
import io.github.isolation.replay.Execution;
import io.github.isolation.replay.LastRecord;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.RunHistory;
import io.github.isolation.supervisor.RunRecorder;
import io.github.isolation.supervisor.Trials;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A run whose tests are over, for those who find out more about it. The loop's, but for what Maven says. */
public final class FinishedRun implements Maker, Told, SharedThings.Watcher {
    private final Trials trials;
    private final RunRecorder record;
    private final ForkSites sites;
    private final RunHistory history;
    private final SurefireSink maven;
    private final Set<String> classes;
    private final long beganNanos = System.nanoTime();

    /**
     * Of this supervisor, which has just begun; lines go to Maven.
     *
     * @param classes all that there are
     */
    public FinishedRun(
            Trials trials,
            RunRecorder record,
            ForkSites sites,
            RunHistory history,
            SurefireSink maven,
            Collection<String> classes) {
        this.trials = trials;
        this.record = record;
        this.sites = sites;
        this.history = history;
        this.maven = maven;
        this.classes = Set.copyOf(classes);
    }

    Trials trials() {
        return trials;
    }

    /** Whether a class is there. */
    boolean has(String className) {
        return classes.contains(className);
    }

    boolean sawFailures() {
        return record.sawFailures();
    }

    Path directory() {
        return sites.runDirectory();
    }

    Path record() throws IOException, InterruptedException {
        if (!record.flush()) {
            throw new IOException("the record of this run cannot be read, since it is not on disk");
        }
        return sites.runRecord();
    }

    /** The newest record of these tests but this one; null if there is none. */
    @Nullable
    Path earlierThan(@Nullable Path judged) throws IOException {
        List<Path> others = new ArrayList<>(history.records());
        others.removeIf(other -> other.equals(judged));
        return LastRecord.file(Execution.of(System.getProperties()), others);
    }

    /** How long this supervisor has lived. */
    Duration lived() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    @Override
    public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted)
            throws IOException, InterruptedException {
        return trials.run(trial, limit, wanted);
    }

    @Override
    public TrialResult watch(Trial trial, Duration limit) throws IOException, InterruptedException {
        return trials.watch(trial, limit);
    }

    @Override
    public Path seen() {
        return trials.directory();
    }

    @Override
    public String whyNot() {
        return AuditedRun.whyNot(System.getProperties());
    }

    @Override
    public boolean areCancelled() {
        return trials.areCancelled();
    }

    @Override
    public int made() {
        return trials.made();
    }

    void put(Input input) {
        trials.put(input);
    }

    void abandon() {
        trials.abandon();
    }

    @Override
    public void note(LongFunction<Fact> fact) {
        record.afterwards(fact);
    }

    @Override
    public void say(String line) {
        maven.tell(new Logged(LogLevel.INFO, line, null));
        maven.deliver();
    }
}
