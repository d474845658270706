package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.report.SampleRuns;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.SettingNames;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

/** The end of a build that was to run a recorded run again. */
final class ReplayParticipantTest extends GoalOnDisk {
    private static final Execution OF_THE_SAMPLE =
            new Execution("org.example:shop", "maven-surefire-plugin", "default-test");
    private static final Execution OF_FAILSAFE =
            new Execution("org.example:shop", "maven-failsafe-plugin", "integration");

    private MavenSession session(Execution asked) throws Exception {
        SampleRuns.begun("r1", 1000, 1, 1).end(5, "passed").write(forks.runRecord("r1"));
        project.setContextValue(
                ForkProperties.DIRECTORY, forks.isolationDirectory().toString());
        project.setContextValue(SettingNames.REPLAY, asked);
        MavenSession session = session();
        session.setProjects(List.of(project));
        return session;
    }

    private void end(MavenSession session, long startedAt) throws MavenExecutionException {
        request.setStartTime(Date.from(Instant.ofEpochMilli(startedAt)));
        new ReplayParticipant().afterSessionEnd(session);
    }

    @Test
    void itPassesIfThatExecutionHasRun() throws Exception {
        MavenSession session = session(OF_THE_SAMPLE);
        assertDoesNotThrow(() -> end(session, 1000));
    }

    /** As mvn test, with a record of Failsafe; the run of an earlier build is none of this one. */
    @Test
    void itFailsIfTheBuildHasNotComeToIt() throws Exception {
        MavenSession other = session(OF_FAILSAFE);
        String message = assertThrows(MavenExecutionException.class, () -> end(other, 1000))
                .getMessage();
        assertTrue(
                message.startsWith(
                        "isolation: nothing was replayed: the record is of maven-failsafe-plugin (integration) of"
                                + " org.example:shop, and"),
                message);
        MavenSession earlier = session(OF_THE_SAMPLE);
        assertThrows(MavenExecutionException.class, () -> end(earlier, 1001));
    }

    @Test
    void aBuildThatHasFailedSaysNothingMore() throws Exception {
        MavenSession session = session(OF_FAILSAFE);
        session.getResult().addException(new IllegalStateException("before the tests"));
        assertDoesNotThrow(() -> end(session, 1000));
    }
}
