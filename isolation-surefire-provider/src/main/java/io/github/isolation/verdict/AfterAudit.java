package io.github.isolation.verdict;

import io.github.isolation.findings.Findings;
import io.github.isolation.settings.AuditTask;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.supervisor.AfterTests;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * After a run with an audit, tries out what it has found: whether any test fails because of it. The loop's, but for what Maven
 * says.
 */
public final class AfterAudit implements AfterTests {
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
        String lacks = Room.lacksFor(run.directory());
        if (!lacks.isEmpty()) {
            run.say("isolation: audit: nothing is tried out: " + lacks + ". Less is seen with fewer areas ("
                    + SettingNames.AUDIT + "), or in one module");
            return;
        }
        Findings findings = Findings.in(List.of(run.directory()), module, task.ignore());
        Suspects suspects = new Suspects(findings.all(), run::has);
        if (suspects.size() > 0) {
            Cases cases = Cases.of(run.record(), null, run::has);
            Budget budget = Budget.of(task.how(), run.lived(), SettingNames.AUDIT_BUDGET);
            List<String> order = cases.order().stream().filter(run::has).toList();
            new TryingOut(run, budget, run, cases, order, groups).run(suspects);
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
