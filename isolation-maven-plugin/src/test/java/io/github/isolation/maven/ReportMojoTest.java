package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.report.SampleRuns;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** {@code isolation:report}: from records alone, whatever they are called. */
final class ReportMojoTest extends GoalOnDisk {
    private void record(Path file, String id, long startedAt) throws IOException {
        SampleRuns.begun(id, startedAt, 1, 1)
                .test("a.ATest", "ranIn" + id, 1, 1, 0, 1, "passed")
                .end(5, "passed")
                .write(file);
    }

    private ReportMojo goal(String run, MavenProject... others) {
        ReportMojo goal = new ReportMojo();
        goal.setLog(log);
        project.setExecutionRoot(true);
        request.setBaseDirectory(directory.resolve("module").toFile());
        MavenSession session = session();
        session.setProjects(others.length == 0 ? List.of(project) : List.of(project, others[0]));
        GoalParameters.set(goal, "project", project);
        GoalParameters.set(goal, "session", session);
        GoalParameters.set(goal, "directory", forks.isolationDirectory().toFile());
        GoalParameters.set(goal, "run", run);
        return goal;
    }

    private String page() throws IOException {
        return Files.readString(forks.report());
    }

    @Test
    void theNewestRunIsShownAndOneLineSaysWhere() throws Exception {
        record(forks.runRecord("r1"), "r1", 1000);
        record(forks.runRecord("r2"), "r2", 2000);
        goal(null).execute();
        assertEquals(List.of("INFO isolation: what happened: " + forks.report()), log.lines());
        assertTrue(page().contains("\"ranInr2\""), "the newest");
        assertTrue(page().contains("\"comparison\":{\"id\":\"r1\""), "beside the one before");
    }

    @Test
    void anOlderOneByItsId() throws Exception {
        record(forks.runRecord("r1"), "r1", 1000);
        record(forks.runRecord("r2"), "r2", 2000);
        goal(" r1 ").execute();
        assertTrue(page().contains("\"ranInr1\""));
        assertFalse(page().contains("\"ranInr2\""));
    }

    @Test
    void aRecordFromElsewhereByItsPath() throws Exception {
        record(directory.resolve("module/downloads/record.jsonl"), "ci", 1000);
        goal("downloads/record.jsonl").execute();
        assertTrue(page().contains("\"ranInci\""));
        goal("downloads").execute();
        assertTrue(page().contains("\"comparison\":null"));
    }

    @Test
    void withoutAProjectThePageIsBelowTheDirectoryInWhichMavenWasCalled() throws Exception {
        record(directory.resolve("module/record.jsonl"), "ci", 1000);
        ReportMojo goal = goal("record.jsonl");
        MavenProject none = new MavenProject();
        none.setExecutionRoot(true);
        GoalParameters.set(goal, "project", none);
        GoalParameters.set(goal, "directory", new File("${project.basedir}/target/isolation"));
        goal.execute();
        assertTrue(page().contains("\"ranInci\""));
    }

    @Test
    void theRunBeforeIsLookedForWhereTheRecordIs() throws Exception {
        ForkLayout elsewhere = new ForkLayout(directory.resolve("elsewhere"));
        record(elsewhere.runRecord("r1"), "r1", 1000);
        record(elsewhere.runRecord("r2"), "r2", 2000);
        goal(elsewhere.runRecord("r2").toString()).execute();
        assertTrue(page().contains("\"comparison\":{\"id\":\"r1\""));
    }

    @Test
    void whereThereIsNoRecordALineSaysSo() throws Exception {
        goal(null).execute();
        assertEquals(List.of("INFO isolation: no report: there is no record of a run in " + forks.runs()), log.lines());
        assertFalse(Files.exists(forks.report()));
    }

    @Test
    void aRunThatIsNotThereIsAnErrorThatNamesThoseThatAre() throws Exception {
        record(forks.runRecord("r1"), "r1", 1000);
        assertEquals(
                "isolation: there is no file r9, and no run with this id in " + forks.runs()
                        + "; those that are there: r1",
                failure(goal("r9")));
        goal("r9", new MavenProject()).execute(); // it may be one of another module's
    }

    @Test
    void whatIsNoRecordIsAnErrorThatSaysSo() throws Exception {
        Path none = directory.resolve("module/none.txt");
        Files.writeString(none, "nothing\n");
        String message = failure(goal("none.txt"));
        assertTrue(message.startsWith("isolation: the report cannot be made: " + none), message);
    }
}
