package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.maven.report.RecordedRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the report of an audit at the end of a build that had one, also of a build whose tests have failed. What cannot be made
 * costs a line.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}.
 */
public final class AuditParticipant extends AbstractMavenLifecycleParticipant {
    private static final Logger LOG = LoggerFactory.getLogger(AuditParticipant.class);

    @Override
    public void afterSessionEnd(MavenSession session) {
        long start = session.getStartTime().toInstant().toEpochMilli();
        for (MavenProject project : session.getProjects()) {
            if (project.getContextValue(ForkProperties.DIRECTORY) instanceof String directory) {
                try {
                    report(new ForkLayout(Path.of(directory)), start);
                } catch (IOException | RuntimeException | LinkageError e) {
                    LOG.warn("isolation: no audit of {}: {}", project.getArtifactId(), e.toString());
                    LOG.debug("isolation: why", e);
                }
            }
        }
    }

    private static void report(ForkLayout forks, long start) throws IOException {
        List<Path> runs = AuditMojo.audited(RecordedRuns.in(forks), start);
        if (!runs.isEmpty()) {
            AuditReport report = AuditReport.of(runs);
            Path directory = AuditMojo.directory(forks);
            report.write(directory);
            LOG.info("isolation: audit: {}: {}", report.summary(), directory.resolve("audit.txt"));
        }
    }
}
