package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.report.SampleRuns;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** The end of a build: a page for each module that ran tests in it, and one of all. */
final class ReportParticipantTest extends GoalOnDisk {
    private static final long BEGUN = 5000;

    private final ReportParticipant participant = new ReportParticipant();

    private MavenProject module(String name) {
        MavenProject module = new MavenProject();
        module.setArtifactId(name);
        module.setFile(directory.resolve(name).resolve("pom.xml").toFile());
        module.setContextValue(
                ForkProperties.DIRECTORY, layout(name).isolationDirectory().toString());
        return module;
    }

    private ForkLayout layout(String module) {
        return new ForkLayout(directory.resolve(module).resolve("target/isolation"));
    }

    private void ran(String module, String id, long startedAt) throws IOException {
        SampleRuns.begun(id, startedAt, 1, 1)
                .test("a.ATest", "ranIn" + id, 1, 1, 0, 1, "passed")
                .end(5, "passed")
                .write(layout(module).runRecord(id));
    }

    private void end(MavenProject... modules) {
        request.setStartTime(Date.from(Instant.ofEpochMilli(BEGUN)));
        request.setBaseDirectory(directory.toFile());
        MavenSession session = session();
        MavenProject root = new MavenProject();
        root.setName("All of it");
        root.setFile(directory.resolve("pom.xml").toFile());
        root.setBuild(new Build());
        root.getBuild().setDirectory(directory.resolve("target").toString());
        session.setProjects(List.of(modules));
        session.setAllProjects(List.of(root));
        participant.afterSessionEnd(session);
    }

    @Test
    void aModuleThatRanTestsHasAPageAndOneThatDidNotKeepsItsOld() throws IOException {
        ran("left", "new", BEGUN);
        ran("right", "old", BEGUN - 1);
        end(module("left"), module("right"));
        assertTrue(Files.readString(layout("left").report()).contains("\"ranInnew\""));
        assertFalse(Files.exists(layout("right").report()));
        assertFalse(Files.exists(layout("").report()), "one page is enough");
    }

    @Test
    void severalModulesHaveOneTogetherAsWell() throws IOException {
        ran("left", "l", BEGUN);
        ran("right", "r", BEGUN + 1);
        end(module("left"), module("right"));
        String all = Files.readString(layout("").report());
        assertTrue(all.contains("<h1>All of it</h1>"));
        assertTrue(all.contains("\"ranInl\"") && all.contains("\"ranInr\""));
        assertFalse(Files.readString(layout("left").report()).contains("\"ranInr\""));
    }

    @Test
    void whoWantsNoneGetsNone() throws IOException {
        ran("left", "l", BEGUN);
        MavenProject module = module("left");
        module.setContextValue(SettingNames.REPORT, "false");
        end(module);
        assertFalse(Files.exists(layout("left").report()));
    }

    @Test
    void whatCannotBeMadeFailsNothingAndKeepsNobodyElseFromHavingOne() throws IOException {
        ran("left", "l", BEGUN);
        ran("right", "r", BEGUN);
        Path record = layout("left").runRecord("l");
        Files.writeString(record, Files.readString(record) + "no line\n{}\n");
        end(module("left"), module("right"));
        assertFalse(Files.exists(layout("left").report()));
        assertEquals(1, Files.readString(layout("right").report()).split("\"ranInr\"", -1).length - 1);
    }
}
