package io.github.isolation.verdict;

import io.github.isolation.record.RecordReader;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.ProofTask;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.VerdictTask;
import io.github.isolation.supervisor.AfterTests;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** After a run, finds out why tests failed, and whether they do so with other numbers of forks. The loop's, but for what Maven says. */
public final class AfterFailures implements AfterTests {
    /** What a suite takes besides its tests, on a machine that has something else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FinishedRun run;
    private final @Nullable VerdictTask task;
    private final @Nullable ProofTask proof;
    private final Path module;
    private final RetirePolicy retire;
    private final Map<String, String> groups;

    /**
     * Of this run.
     *
     * @param task what is to be found out about tests that fail; null if that is nothing
     * @param proof how the suite is run again; null if it is not
     * @param module its directory
     * @param retire when workers of the suite make room for others
     * @param groups of classes that stay in one fork
     */
    public AfterFailures(
            FinishedRun run,
            @Nullable VerdictTask task,
            @Nullable ProofTask proof,
            Path module,
            RetirePolicy retire,
            Map<String, String> groups) {
        this.run = run;
        this.task = task;
        this.proof = proof;
        this.module = module;
        this.retire = retire;
        this.groups = Map.copyOf(groups);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (task != null && task.isAll()) {
            Path asked = task.record();
            Path judged = asked == null ? run.earlierThan(null) : ofThisModule(asked);
            run.say("isolation: verdict: "
                    + (judged == null
                            ? "no run of these tests is recorded, so nothing is tried"
                            : "what failed in " + judged));
            if (judged != null) {
                judge(judged, Cases.of(judged, run.earlierThan(judged), run::has), task);
            }
        } else if (proof != null || run.sawFailures()) {
            Path own = run.record();
            Cases cases = Cases.of(own, run.earlierThan(own), run::has);
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
        return new Proof(how.forks(), Baseline.of(own), cases, groups, trial -> runSuite(trial, cases, how), run).run();
    }

    private @Nullable TrialResult runSuite(Trial trial, Cases cases, ProofTask how) throws InterruptedException {
        Duration usual = Duration.ofMillis(cases.millis(trial));
        if (run.areCancelled() || !how.after().hasTimeFor(usual, run.lived())) {
            return null;
        }
        try {
            return run.trials().runSuite(trial, retire, PATIENCE.plus(usual.multipliedBy(3)));
        } catch (IOException e) {
            return new TrialResult(Map.of(), 0, e.toString());
        }
    }

    private void judge(Path judged, Cases cases, VerdictTask how) throws IOException, InterruptedException {
        Budget budget = Budget.of(how, run.lived(), SettingNames.VERDICT_BUDGET);
        Again again = new Again(RecordReader.readRun(judged), run.directory());
        SharedThings shared = new SharedThings(run, module);
        new Verdicts(run, budget, again, run, shared).run(cases);
    }

    @Override
    public void put(Input input) {
        run.put(input);
    }

    @Override
    public void abandon() {
        run.abandon();
    }

    private static Path ofThisModule(Path file) throws IOException {
        Execution own = Execution.of(System.getProperties());
        Execution other = Execution.of(RecordReader.readRun(file));
        if (!own.isInModuleOf(other)) {
            throw new IOException(file + " is of " + other + ", and this is " + own.module());
        }
        return file;
    }
}
