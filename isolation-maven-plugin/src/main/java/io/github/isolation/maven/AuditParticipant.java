package io.github.isolation.maven;

import io.github.isolation.maven.findings.AuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
            Optional<AuditedModule> module = AuditedModule.wired(project);
            if (module.isPresent()) {
                try {
                    report(module.get(), start);
                } catch (IOException | RuntimeException | LinkageError e) {
                    LOG.warn("isolation: no audit of {}: {}", project.getArtifactId(), e.toString());
                    LOG.debug("isolation: why", e);
                }
            }
        }
    }

    private static void report(AuditedModule module, long start) throws IOException {
        Optional<AuditReport> report = module.report(run -> run.startedAt() >= start);
        if (report.isPresent()) {
            Path text = module.write(report.get());
            LOG.info("isolation: audit: {}: {}", report.get().summary(), text);
        }
    }
}
