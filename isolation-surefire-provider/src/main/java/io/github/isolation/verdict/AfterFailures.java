package io.github.isolation.verdict;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.replay.Execution;
import io.github.isolation.replay.LastRecord;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.VerdictTask;
import io.github.isolation.supervisor.AfterTests;
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

/** After a run in which tests failed, finds out why. The loop's, but for what Maven says. */
public final class AfterFailures implements AfterTests, Verdicts.Told {
    /** What is said instead where it is not possible. */
    public static final String NOT_WHERE_MAVEN_FEEDS = "isolation: no verdict (" + SettingNames.VERDICT
            + "): here Maven hands out the classes, one at a time. It needs <extensions>true</extensions> or, where Surefire"
            + " is wired by hand, one fork";

    private final Trials trials;
    private final VerdictTask task;
    private final RunRecorder record;
    private final ForkSites sites;
    private final RunHistory history;
    private final SurefireSink maven;
    private final Set<String> classes;
    private final long beganNanos = System.nanoTime();

    /**
     * Of this run, whose lines go to Maven.
     *
     * @param classes all that there are
     */
    public AfterFailures(
            Trials trials,
            VerdictTask task,
            RunRecorder record,
            ForkSites sites,
            RunHistory history,
            SurefireSink maven,
            Collection<String> classes) {
        this.trials = trials;
        this.task = task;
        this.record = record;
        this.sites = sites;
        this.history = history;
        this.maven = maven;
        this.classes = Set.copyOf(classes);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Path judged = null;
        if (task.isAll()) {
            Path asked = task.record();
            judged = asked == null ? earlierThan(null) : ofThisModule(asked);
            say("isolation: verdict: "
                    + (judged == null
                            ? "no run of these tests is recorded, so nothing is tried"
                            : "what failed in " + judged));
        } else if (record.sawFailures()) {
            judged = recordOfThisRun();
        }
        if (judged != null) {
            Budget budget = new Budget(
                    task.budgetAfter(Duration.ofNanos(System.nanoTime() - beganNanos)), task.runs(), System::nanoTime);
            Cases cases = Cases.of(judged, earlierThan(judged), classes::contains);
            new Verdicts(
                            new Making(trials),
                            budget,
                            new Again(RecordReader.readRun(judged), sites.runDirectory()),
                            this)
                    .run(cases);
        }
    }

    private record Making(Trials trials) implements Verdicts.Maker {
        @Override
        public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted)
                throws IOException, InterruptedException {
            return trials.run(trial, limit, wanted);
        }

        @Override
        public boolean areCancelled() {
            return trials.areCancelled();
        }
    }

    @Override
    public void put(Input input) {
        trials.put(input);
    }

    @Override
    public void abandon() {
        trials.abandon();
    }

    private static Path ofThisModule(Path file) throws IOException {
        Execution own = Execution.of(System.getProperties());
        Execution other = Execution.of(RecordReader.readRun(file));
        if (!own.isInModuleOf(other)) {
            throw new IOException(file + " is of " + other + ", and this is " + own.module());
        }
        return file;
    }

    private Path recordOfThisRun() throws IOException, InterruptedException {
        if (!record.flush()) {
            throw new IOException("the record of this run cannot be read, since it is not on disk");
        }
        return sites.runRecord();
    }

    /** The newest record of these tests but this one; null if there is none. */
    private @Nullable Path earlierThan(@Nullable Path judged) throws IOException {
        List<Path> others = new ArrayList<>(history.records());
        others.removeIf(other -> other.equals(judged));
        return LastRecord.file(Execution.of(System.getProperties()), others);
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
