package io.github.isolation.maven;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.maven.findings.Baseline;
import io.github.isolation.settings.KnownAuditSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says which tests would clash in forks, and which leave something behind in their JVM, from what the last run with
 * {@code isolation.audit} has written down. No test is run; what that run has tried out is confirmed, or a candidate. A build with that setting makes the same
 * report at its end; with {@code isolation.auditFailOn}, this goal is bound after its tests.
 */
@Mojo(name = "audit", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class AuditMojo extends IsolationMojo {
    private static final int LISTED = 20;

    /**
     * Resources and classes that the report leaves out; {@code *} stands for any text, and paths begin in the module:
     * {@code target/log/*}, {@code shop.Registry.*}.
     */
    @Parameter(property = SettingNames.AUDIT_IGNORE)
    private @Nullable List<String> auditIgnore;

    /** Which kinds of findings fail the build, if they are not in the file of those that are known. */
    @Parameter(property = SettingNames.AUDIT_FAIL_ON)
    private @Nullable List<String> auditFailOn;

    /** The file of findings that are known; where it is not there, all are new. */
    @Parameter(property = SettingNames.AUDIT_BASELINE, defaultValue = "${project.basedir}/audit-baseline.txt")
    private File auditBaseline;

    /** Whether all that is found is written into that file, and fails nothing. */
    @Parameter(property = SettingNames.AUDIT_ACCEPT, defaultValue = "false")
    private String auditAccept;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private @Nullable MojoExecution mojo;

    @Override
    void run() throws IOException, ConfigurationException, MojoExecutionException {
        check();
        boolean bound = mojo != null && mojo.getSource() == MojoExecution.Source.LIFECYCLE;
        long since = bound ? session.getStartTime().toInstant().toEpochMilli() : 0;
        AuditedModule module =
                new AuditedModule(project().getBasedir().toPath(), forks(), list(auditIgnore), auditBaseline.toPath());
        Optional<AuditReport> found = module.reportOfAsked(run -> run.startedAt() >= since);
        if (found.isEmpty()) {
            if (bound) {
                return; // no test was run here
            }
            throw new MojoExecutionException("isolation: no run with an audit is left in " + forks().runs()
                    + ". Run the tests first: mvn verify -D" + SettingNames.AUDIT + "=files,ports,jvm,statics");
        }
        AuditReport report = found.get();
        boolean accept = Boolean.parseBoolean(auditAccept.strip());
        if (accept) {
            Baseline baseline = Baseline.of(report);
            baseline.write(module.baseline());
            getLog().info("isolation: audit: " + baseline.keys().size() + " findings are known from now on: "
                    + module.baseline());
            report = report.with(baseline);
        }
        Path text = module.write(report);
        List<Finding> news = report.news(failing());
        if (!news.isEmpty()) {
            throw new MojoExecutionException(message(news, text));
        }
        if (!accept && !failing().isEmpty() && !report.complete()) {
            throw new MojoExecutionException("isolation: nobody knows whether the audit would have anything new ("
                    + SettingNames.AUDIT_FAIL_ON + "), since not every worker was watched. Why: " + text);
        }
        if (!failing().isEmpty() && !report.notSeen().isEmpty()) {
            getLog().warn("isolation: audit: not all was observed, and nobody knows what is new in the rest: "
                    + report.notSeen().get(0) + (report.notSeen().size() == 1 ? "" : ", and more") + ": " + text);
        }
        if (!bound) {
            getLog().info("isolation: audit: " + report.summary() + ": " + text);
        }
    }

    private void check() throws ConfigurationException {
        List<String> problems = new ArrayList<>();
        problem(KnownAuditSettings.AUDIT_IGNORE, String.join(",", list(auditIgnore)), problems);
        problem(KnownAuditSettings.AUDIT_FAIL_ON, String.join(",", list(auditFailOn)), problems);
        problem(KnownAuditSettings.AUDIT_ACCEPT, auditAccept, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static void problem(Setting<?> setting, String value, List<String> problems) {
        setting.problem(value).ifPresent(problems::add);
    }

    private Set<Section> failing() {
        Set<Section> failing = EnumSet.noneOf(Section.class);
        for (Section section : Section.values()) {
            if (list(auditFailOn).contains(section.word())) {
                failing.add(section);
            }
        }
        return failing;
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> Objects.toString(value, "").strip())
                        .toList();
    }

    private static String message(List<Finding> news, Path text) {
        List<String> lines = news.stream()
                .limit(LISTED)
                .map(finding -> finding.section().title() + ": " + finding.resource() + " ("
                        + finding.witnesses().get(0).test() + ")")
                .toList();
        return "isolation: the audit has "
                + (news.size() == 1 ? "1 finding that is" : news.size() + " findings that are")
                + " new:\n  - " + String.join("\n  - ", lines)
                + (news.size() > LISTED ? "\n  - and " + (news.size() - LISTED) + " more" : "")
                + "\nTests, lines and what to do: " + text + ". What is to stay as it is: mvn isolation:audit -D"
                + SettingNames.AUDIT_ACCEPT + " writes it into the file of what is known, -D"
                + SettingNames.AUDIT_IGNORE
                + "=… leaves it out.";
    }
}
