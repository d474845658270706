package io.github.isolation.verdict;

import io.github.isolation.findings.Findings;
import io.github.isolation.settings.AuditTask;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.supervisor.AfterTests;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * After a run with an audit, tries out what it has found: whether any test fails because of it. The loop's, but for what Maven
 * says.
 */
public final class AfterAudit implements AfterTests {
    /** What is read takes several times as much memory as it does on disk, and a supervisor has little. */
    private static final int SHARE_OF_MEMORY = 16;

    private final FinishedRun run;
    private final AuditTask task;
    private final Path module;
    private final Map<String, String> groups;

    /**
     * Of this run.
     *
     * @param module its directory
     * @param groups of classes that stay in one fork
     */
    public AfterAudit(FinishedRun run, AuditTask task, Path module, Map<String, String> groups) {
        this.run = run;
        this.task = task;
        this.module = module;
        this.groups = Map.copyOf(groups);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        long bytes = 0;
        for (Path file : Findings.files(run.directory())) {
            bytes += Files.size(file);
        }
        if (bytes > Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY) {
            run.say("isolation: audit: nothing is tried out: what was seen takes " + bytes / (1 << 20)
                    + " MiB, and there is no memory for that. Less is seen with fewer areas (" + SettingNames.AUDIT
                    + "), or in one module");
            return;
        }
        Findings findings = Findings.in(List.of(run.directory()), module, task.ignore());
        Suspects suspects = new Suspects(findings.all(), run::has);
        if (suspects.size() > 0) {
            Path record = run.record();
            Budget budget =
                    new Budget(task.how().budgetAfter(run.lived()), task.how().runs(), System::nanoTime);
            List<String> order =
                    Baseline.of(record).classes().stream().filter(run::has).toList();
            new TryingOut(run, budget, run, Cases.of(record, null, run::has), order, groups).run(suspects);
        }
    }

    @Override
    public void put(Input input) {
        run.put(input);
    }

    @Override
    public void abandon() {
        run.abandon();
    }
}
