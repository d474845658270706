package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.audit.GoneSupervisors;
import io.github.isolation.maven.audit.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at the end of a build what was running when a supervisor was killed: a goal cannot, since none runs after tests that failed
 * the build.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}.
 */
public final class GoneSupervisorParticipant extends AbstractMavenLifecycleParticipant {
    private static final Logger LOG = LoggerFactory.getLogger(GoneSupervisorParticipant.class);

    @Override
    public void afterSessionEnd(MavenSession session) {
        long start = session.getStartTime().toInstant().toEpochMilli();
        for (MavenProject project : session.getProjects()) {
            if (project.getContextValue(ForkProperties.DIRECTORY) instanceof String directory) {
                look(project, new ForkLayout(Path.of(directory)), start);
            }
        }
    }

    private static void look(MavenProject project, ForkLayout layout, long start) {
        Path module = project.getBasedir().toPath().toAbsolutePath().normalize();
        long maven = ProcessHandle.current().pid();
        try {
            List<Run> ours = new ArrayList<>();
            for (Run run : Run.all(layout)) {
                if (run.isOf(maven, start, module)) {
                    ours.add(run);
                }
            }
            for (String line : GoneSupervisors.lines(layout, ours)) {
                LOG.error(line);
            }
        } catch (IOException e) {
            LOG.warn("isolation: what became of the runs in {} is not known: {}", layout.runs(), e.toString());
        }
    }
}
