package io.github.isolation.maven;

import io.github.isolation.maven.audit.Auditor;
import io.github.isolation.maven.audit.Run;
import io.github.isolation.maven.shard.ShardedModule;
import io.github.isolation.record.RecordReader;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
 * Fails the build if what was to be run, what was run and what the report files say are not the same. Bound after the tests by
 * {@code <extensions>true</extensions>}.
 */
@Mojo(name = "verify-reports", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class VerifyReportsMojo extends IsolationMojo {
    private static final int LISTED = 50;

    /** A context value of the project: the runs that another execution of this goal has looked at. */
    private static final String SEEN = "io.github.isolation.verifiedRuns";

    /** Whether a build fails, or only says so, if its report files are not what was run. */
    @Parameter(property = SettingNames.VERIFY_REPORTS, defaultValue = "fail")
    private String verifyReports;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private @Nullable MojoExecution mojo;

    @Override
    void run() throws IOException, ConfigurationException, MojoExecutionException {
        Optional<String> problem = KnownSettings.VERIFY_REPORTS.problem(verifyReports);
        if (problem.isPresent()) {
            throw new ConfigurationException(List.of(problem.get()));
        }
        // Without a value, too: what is not asked for by name does not make a wrong build green.
        boolean fail = !verifyReports.strip().equals("warn");
        Path module = project().getBasedir().toPath().toAbsolutePath().normalize();
        long maven = ProcessHandle.current().pid();
        long start = session.getStartTime().toInstant().toEpochMilli();
        Set<String> seen = seen();
        List<Run> all = Run.all(forks());
        List<Run> ours = new ArrayList<>();
        List<Run> news = new ArrayList<>();
        for (Run run : all) {
            if (run.isOf(maven, start, module)) {
                ours.add(run);
                if (seen.add(run.id())) {
                    news.add(run);
                }
            }
        }
        demandTests(ours);
        Auditor auditor = new Auditor(forks(), module);
        auditor.audit(news, all);
        for (String note : auditor.notes()) {
            getLog().debug("isolation: " + note);
        }
        if (auditor.differences().isEmpty()) {
            getLog().debug("isolation: the books of " + news.size() + " runs agree with the report files");
        } else if (fail) {
            throw new MojoExecutionException(message(auditor.differences()));
        } else {
            getLog().warn(message(auditor.differences()));
        }
    }

    /** Where only a part of the tests is run, {@code failIfNoTests} asks for tests in the module, and not in each of its parts. */
    private void demandTests(List<Run> ours) throws MojoExecutionException {
        String lastPhase = mojo == null ? "" : String.valueOf(mojo.getLifecyclePhase());
        for (String plugin : ShardedModule.mustHaveTests(project())) {
            boolean over = !plugin.contains("failsafe") || lastPhase.equals("verify");
            if (over && ours.stream().noneMatch(run -> isOf(run, plugin))) {
                throw new MojoExecutionException("isolation: failIfNoTests is set, and " + plugin
                        + " has found no test here: it is not this shard that is empty, but all of them");
            }
        }
    }

    private boolean isOf(Run run, String plugin) {
        try {
            return RecordReader.readRun(forks().runRecord(run.id())).surefire().startsWith(plugin);
        } catch (IOException e) {
            return true; // something has run
        }
    }

    private String message(List<String> differences) {
        List<String> listed = differences.subList(0, Math.min(LISTED, differences.size()));
        return "isolation: what was to be run, what was run and what the report files say are not the same:\n  - "
                + String.join("\n  - ", listed)
                + (listed.size() < differences.size()
                        ? "\n  - and " + (differences.size() - listed.size()) + " more"
                        : "")
                + "\nDo not trust the results of this build. This is a fault of isolation-maven-plugin, or something changed the"
                + " report files before they were looked at. Please report it, with " + forks().runs()
                + " and the report files. -D" + SettingNames.SKIP + " runs the tests without it, -D"
                + SettingNames.VERIFY_REPORTS + "=warn"
                + " only says so.";
    }

    @SuppressWarnings("unchecked")
    private Set<String> seen() {
        Object seen = project().getContextValue(SEEN);
        if (seen == null) {
            seen = new HashSet<String>();
            project().setContextValue(SEEN, seen);
        }
        return (Set<String>) seen;
    }
}
