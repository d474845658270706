package io.github.isolation.verdict;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.record.Fact;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;
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

    /** Of this run, whose lines go to Maven. */
    public AfterFailures(
            Trials trials,
            VerdictTask task,
            RunRecorder record,
            ForkSites sites,
            RunHistory history,
            SurefireSink maven) {
        this.trials = trials;
        this.task = task;
        this.record = record;
        this.sites = sites;
        this.history = history;
        this.maven = maven;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (record.sawFailures()) {
            Budget budget = new Budget(task.budget(), task.runs(), System::nanoTime);
            new Verdicts(trials, budget, sites.runDirectory(), this).run();
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

    @Override
    public Path record() throws IOException, InterruptedException {
        if (!record.flush()) {
            throw new IOException("the record of this run cannot be read, since it is not on disk");
        }
        return sites.runRecord();
    }

    @Override
    public @Nullable Path earlier() throws IOException {
        return LastRecord.file(Execution.of(System.getProperties()), history.records());
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
