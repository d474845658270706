package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.report.RecordedRuns;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Fails a build that was to replay a run and has not come to it: {@code mvn test} with a record of Failsafe would pass otherwise, and no test would
 * have been run.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}.
 */
public final class ReplayParticipant extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        if (session.getResult() != null && session.getResult().hasExceptions()) {
            return; // it has failed already, and perhaps that is why
        }
        long start = session.getStartTime().toInstant().toEpochMilli();
        for (MavenProject project : session.getProjects()) {
            if (project.getContextValue(SettingNames.REPLAY) instanceof Execution asked
                    && project.getContextValue(ForkProperties.DIRECTORY) instanceof String directory
                    && !hasRun(asked, new ForkLayout(Path.of(directory)), start)) {
                throw new MavenExecutionException(
                        "isolation: nothing was replayed: the record is of " + asked
                                + ", and this build has not come to that. Name a phase that has, as mvn verify has for Failsafe,"
                                + " and let no setting skip these tests.",
                        project.getFile());
            }
        }
    }

    private static boolean hasRun(Execution asked, ForkLayout layout, long start) throws MavenExecutionException {
        try {
            return RecordedRuns.in(layout).all().stream()
                    .anyMatch(one -> one.run().startedAt() >= start && asked.isSameAs(Execution.of(one.run())));
        } catch (IOException e) {
            throw new MavenExecutionException(
                    "isolation: whether anything was replayed cannot be read in " + layout.runs() + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
