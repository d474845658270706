package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.maven.report.RecordedRuns;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Says which tests would clash in forks, and which leave something behind in their JVM, from what the last run with
 * {@code isolation.audit} has written down. No test is run, so each finding is a candidate. A build with that setting makes the same
 * report at its end.
 */
@Mojo(name = "audit", threadSafe = true)
public final class AuditMojo extends IsolationMojo {
    @Override
    void run() throws IOException, MojoExecutionException {
        ForkLayout forks = forks();
        List<Path> runs = audited(RecordedRuns.in(forks), 0);
        if (runs.isEmpty()) {
            throw new MojoExecutionException("isolation: no run with an audit is left in " + forks.runs()
                    + ". Run the tests first: mvn verify -D" + SettingNames.AUDIT + "=files,ports,jvm,statics");
        }
        AuditReport report = AuditReport.of(runs);
        report.write(directory(forks));
        getLog().info("isolation: audit: " + report.summary() + ": "
                + directory(forks).resolve("audit.txt"));
    }

    /** Where the report is. */
    static Path directory(ForkLayout forks) {
        return forks.isolationDirectory().resolve("audit");
    }

    /** The directories of the newest runs of each execution that had an audit. */
    static List<Path> audited(RecordedRuns all, long since) throws IOException {
        List<RecordedRuns.Recorded> candidates = new ArrayList<>();
        for (RecordedRuns.Recorded one : all.all()) {
            Path directory = one.file().toAbsolutePath().getParent();
            if (directory != null && one.run().startedAt() >= since && AuditReport.isAudited(directory)) {
                candidates.add(one);
            }
        }
        List<Path> directories = new ArrayList<>();
        for (RecordedRuns.Recorded one : new RecordedRuns(candidates).newest()) {
            Path directory = one.file().toAbsolutePath().getParent();
            if (directory != null) {
                directories.add(directory);
            }
        }
        return directories;
    }
}
