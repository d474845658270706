package io.github.isolation.verdict;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.replay.Execution;
import io.github.isolation.replay.LastRecord;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.settings.ProofTask;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.VerdictTask;
import io.github.isolation.supervisor.AfterTests;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.RunHistory;
import io.github.isolation.supervisor.RunRecorder;
import io.github.isolation.supervisor.Trials;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** After a run, finds out why tests failed, and whether they do so with other numbers of forks. The loop's, but for what Maven says. */
public final class AfterFailures implements AfterTests, Verdicts.Told {
    /** What is said instead where tests need servers, which are ended with the last of them. */
    public static final String NOT_WITH_SERVICES = "isolation: no verdict and no proof (" + SettingNames.VERDICT + ", "
            + SettingNames.PROOF
            + "): this module has <services>, and trials do not start them yet. Replay what failed instead ("
            + SettingNames.REPLAY + ")";

    /** What is said instead where nobody knows what ran before a test, or beside it. */
    public static final String NOT_WITH_A_QUEUE = "isolation: no verdict and no proof (" + SettingNames.VERDICT + ", "
            + SettingNames.PROOF
            + ") where machines take classes from a queue: no machine knows what others have run. Replay"
            + " the record of this one for a verdict.";

    /** What is said instead where it is not possible. */
    public static final String NOT_WHERE_MAVEN_FEEDS = "isolation: no verdict and no proof ("
            + SettingNames.VERDICT + ", " + SettingNames.PROOF
            + "): here Maven hands out the classes, one at a time. It needs <extensions>true</extensions> or, where Surefire"
            + " is wired by hand, one fork";

    /** What a suite takes besides its tests, on a machine that has something else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Trials trials;
    private final @Nullable VerdictTask task;
    private final @Nullable ProofTask proof;
    private final RunRecorder record;
    private final ForkSites sites;
    private final RunHistory history;
    private final SurefireSink maven;
    private final Set<String> classes;
    private final RetirePolicy retire;
    private final Map<String, String> groups;
    private final long beganNanos = System.nanoTime();

    /**
     * Of this run, whose lines go to Maven.
     *
     * @param task what is to be found out about tests that fail; null if that is nothing
     * @param proof how the suite is run again; null if it is not
     * @param classes all that there are
     * @param retire when workers of the suite make room for others
     * @param groups of classes that stay in one fork
     */
    public AfterFailures(
            Trials trials,
            @Nullable VerdictTask task,
            @Nullable ProofTask proof,
            RunRecorder record,
            ForkSites sites,
            RunHistory history,
            SurefireSink maven,
            Collection<String> classes,
            RetirePolicy retire,
            Map<String, String> groups) {
        this.trials = trials;
        this.task = task;
        this.proof = proof;
        this.retire = retire;
        this.groups = Map.copyOf(groups);
        this.record = record;
        this.sites = sites;
        this.history = history;
        this.maven = maven;
        this.classes = Set.copyOf(classes);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (task != null && task.isAll()) {
            Path asked = task.record();
            Path judged = asked == null ? earlierThan(null) : ofThisModule(asked);
            say("isolation: verdict: "
                    + (judged == null
                            ? "no run of these tests is recorded, so nothing is tried"
                            : "what failed in " + judged));
            if (judged != null) {
                judge(judged, Cases.of(judged, earlierThan(judged), classes::contains), task);
            }
        } else if (proof != null || record.sawFailures()) {
            Path own = recordOfThisRun();
            Cases cases = Cases.of(own, earlierThan(own), classes::contains);
            List<Case> judged = new ArrayList<>(task == null ? List.of() : cases.all());
            if (proof != null) {
                prove(proof, own, cases).stream()
                        .filter(one ->
                                judged.stream().noneMatch(other -> other.test().isSameAs(one.test())))
                        .forEach(judged::add);
            }
            VerdictTask how = task == null && proof != null ? proof.after() : task;
            if (how != null) {
                judge(own, cases.with(judged), how);
            }
        }
    }

    private List<Case> prove(ProofTask how, Path own, Cases cases) throws IOException, InterruptedException {
        return new Proof(how.forks(), Baseline.of(own), cases, groups, trial -> runSuite(trial, cases, how), this)
                .run();
    }

    private @Nullable TrialResult runSuite(Trial trial, Cases cases, ProofTask how) throws InterruptedException {
        Duration usual = Duration.ofMillis(cases.millis(trial));
        if (trials.areCancelled() || !how.after().hasTimeFor(usual, lived())) {
            return null;
        }
        try {
            return trials.runSuite(trial, retire, PATIENCE.plus(usual.multipliedBy(3)));
        } catch (IOException e) {
            return new TrialResult(Map.of(), 0, e.toString());
        }
    }

    private Duration lived() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    private void judge(Path judged, Cases cases, VerdictTask how) throws IOException, InterruptedException {
        Budget budget = new Budget(how.budgetAfter(lived()), how.runs(), System::nanoTime);
        Again again = new Again(RecordReader.readRun(judged), sites.runDirectory());
        new Verdicts(new Making(trials), budget, again, this).run(cases);
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
