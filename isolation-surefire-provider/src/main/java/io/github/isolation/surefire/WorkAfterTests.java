package io.github.isolation.surefire;

import io.github.isolation.audit.AuditedRun;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.settings.AuditTask;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.ProofTask;
import io.github.isolation.settings.VerdictTask;
import io.github.isolation.supervisor.AfterTests;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.RunHistory;
import io.github.isolation.supervisor.RunRecorder;
import io.github.isolation.supervisor.SameForkGroups;
import io.github.isolation.supervisor.TrialWorkers;
import io.github.isolation.supervisor.Trials;
import io.github.isolation.verdict.AfterAudit;
import io.github.isolation.verdict.AfterFailures;
import io.github.isolation.verdict.FinishedRun;
import io.github.isolation.verdict.NoTrials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is found out by trials when all tests are over: first what of an audit holds, then why tests failed. */
final class WorkAfterTests {
    private WorkAfterTests() {}

    /**
     * All of it that was asked for, in this order.
     *
     * @param scanned all classes that there are
     * @param firstFork the number of the first fork
     * @param impossible why no trials can be made; null if they can
     * @param warn is told what cannot be done
     */
    static List<AfterTests> of(
            Properties asked,
            Booter booter,
            Configuration configuration,
            ForkSites sites,
            JvmOptions options,
            RunRecorder record,
            RunHistory history,
            SurefireSink sink,
            List<String> scanned,
            int firstFork,
            @Nullable NoTrials impossible,
            Consumer<String> warn)
            throws IOException {
        VerdictTask verdict = VerdictTask.read(asked);
        ProofTask proof = ProofTask.read(asked);
        AuditTask audit = verdict != null && verdict.isAll() ? null : AuditTask.read(asked);
        if (verdict == null && proof == null && audit == null) {
            return List.of();
        }
        if (impossible != null) {
            if (audit != null) {
                warn.accept(impossible.noConfirmation());
            }
            if (verdict != null || proof != null) {
                warn.accept(impossible.noVerdict());
            }
            return List.of();
        }
        TrialWorkers workers = (ofTrial, lanes, directory, watched) -> new WorkerBlueprint(
                booter,
                configuration,
                sites,
                ofTrial,
                lanes,
                watched ? options.withoutArchive() : options,
                watched ? AuditedRun.ofTrial(asked, directory, configuration.forks()) : Optional.empty());
        Trials trials = new Trials(workers, sites, firstFork, configuration.limits(), configuration.gracePeriod());
        FinishedRun run = new FinishedRun(trials, record, sites, history, sink, scanned);
        Map<String, String> groups =
                proof == null && audit == null ? Map.of() : SameForkGroups.find(booter.testClassPath(), scanned);
        Path module = Path.of(asked.getProperty("basedir", ""));
        List<AfterTests> work = new ArrayList<>();
        if (audit != null) {
            work.add(new AfterAudit(run, audit, module, groups));
        }
        if (verdict != null || proof != null) {
            work.add(new AfterFailures(run, verdict, proof, module, configuration.retire(), groups));
        }
        return work;
    }
}
