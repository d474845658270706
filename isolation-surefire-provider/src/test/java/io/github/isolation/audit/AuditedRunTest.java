package io.github.isolation.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker is started with in a run with an audit; in one without, with nothing. */
final class AuditedRunTest {
    @TempDir
    Path run;

    private static Properties asked(String audit, String agent) {
        Properties properties = new Properties();
        properties.setProperty("isolation.audit", audit);
        properties.setProperty("isolation.auditAgent", agent);
        return properties;
    }

    @Test
    void nothingIsDoneUnlessItIsAskedForAndThereIsAnAgent() {
        assertEquals(Optional.empty(), AuditedRun.asked(new Properties(), run, 1));
        assertEquals(Optional.empty(), AuditedRun.asked(asked(" ", "agent.jar"), run, 1));
        assertEquals(Optional.empty(), AuditedRun.asked(asked("files", ""), run, 1));
        assertTrue(AuditedRun.asked(asked("files", "agent.jar"), run, 1).isPresent());
        assertFalse(AuditedRun.hasAgent(asked("files", "")));
        assertTrue(AuditedRun.hasAgent(asked("files", "agent.jar")));
    }

    @Test
    void theAgentOfEachWorkerHasAFileOfItsOwn() throws IOException {
        Properties worker = new Properties();
        worker.setProperty("isolation.port.http", "31000");
        worker.setProperty("isolation.portBlock", "20000");
        Properties asked = asked("files, directories", "agent.jar");
        asked.setProperty("isolation.auditJars", "/own.jar" + File.pathSeparator + "/scanned.jar");
        AuditedRun audit = AuditedRun.asked(asked, run, 1).orElseThrow();
        List<String> options = audit.options(
                3,
                worker,
                List.of(Path.of("/own"), Path.of("/tmp/x")),
                List.of(new URL("file:/classes/"), new URL("file:/a%20b.jar")));
        Path file = run.resolve("audit/worker-3.properties");
        assertEquals(List.of("-javaagent:agent.jar=" + file), options);
        Properties told = told(file);
        assertEquals(run.resolve("audit/worker-3.tsv").toString(), told.getProperty("out"));
        assertEquals("files, directories", told.getProperty("areas"));
        assertEquals("/own\n/tmp/x", told.getProperty("own"));
        assertEquals("/classes\n/a b.jar", told.getProperty("classPath"));
        assertEquals("/own.jar\n/scanned.jar", told.getProperty("jars"));
        List<String> ports = List.of(told.getProperty("ports").split("\n"));
        assertTrue(ports.containsAll(List.of("31000", "20000", "20049")), ports.toString());
        assertEquals(51, ports.size());
    }

    /** With several forks, a file that another fork has changed would be blamed on the class that runs here. */
    @Test
    void directoriesAreComparedInTheOnlyForkOnly() throws IOException {
        Properties asked = asked("files, directories", "agent.jar");
        AuditedRun.asked(asked, run, 2).orElseThrow().options(1, new Properties(), List.of(), List.of());
        assertEquals("files", told(run.resolve("audit/worker-1.properties")).getProperty("areas"));
        assertEquals(1, AuditedRun.notes(asked, 2).size());
        assertTrue(AuditedRun.notes(asked, 2).get(0).contains("forkCount=1"));
        assertEquals(List.of(), AuditedRun.notes(asked, 1));
        assertEquals(List.of(), AuditedRun.notes(new Properties(), 2));
    }

    /** Nobody need have asked for an audit of the run. */
    @Test
    void aTrialIsWatchedWithAllThatHasToDoWithIt() {
        Properties verdict = asked("", "agent.jar");
        verdict.setProperty("isolation.auditJars", "/own.jar");
        assertEquals("", AuditedRun.whyNot(verdict));
        assertEquals(
                Optional.of(new AuditedRun(
                        Path.of("agent.jar"), "files,ports,jvm,statics", "/own.jar", run.resolve("audit"), 2)),
                AuditedRun.ofTrial(verdict, run, 2));
    }

    @Test
    void whyATrialCannotBeWatchedIsKnown() {
        Properties none = asked("", "");
        assertEquals(Optional.empty(), AuditedRun.ofTrial(none, run, 1));
        assertTrue(AuditedRun.whyNot(none).contains("<extensions>true</extensions>"), AuditedRun.whyNot(none));
        none.setProperty("isolation.auditAgent.problem", "no such jar");
        assertEquals("its Java agent cannot be had: no such jar", AuditedRun.whyNot(none));
    }

    @Test
    void anAuditThatCannotBeIsSaid() {
        List<String> notes = AuditedRun.notes(asked("files", ""), 1);
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("<extensions>true</extensions>"), notes.get(0));
    }

    private static Properties told(Path file) throws IOException {
        Properties told = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            told.load(in);
        }
        return told;
    }
}
