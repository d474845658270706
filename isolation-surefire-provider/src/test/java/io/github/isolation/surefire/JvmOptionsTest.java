package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.process.OwnCommandLine;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import io.github.isolation.supervisor.ArchiveWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which of the options around a worker are the user's. */
class JvmOptionsTest {
    @Test
    void theEnvironmentHasOptionsToo() {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC '-Da=b c'", "JDK_JAVA_OPTIONS", "-Xshare:off", "PATH", "-Xint");
        assertEquals(
                List.of("-ea", "-XX:+UseG1GC", "-Da=b c", "-Xshare:off"),
                JvmOptions.inForce(List.of("-ea"), environment));
    }

    @Test
    void anArgLineThatWasMovedGoesFirstAndIsAllThereIs() {
        List<String> own = new ArrayList<>(Wiring.SUPERVISOR_OPTIONS);
        own.addAll(List.of(Wiring.supervisorHeap(3), Wiring.ARG_LINE_MOVED + "-Dx=", "-da"));
        assertEquals(
                List.of("-Dx='a \"b\"", "-da", "@file"), userOptions(own, List.of("-Dx='a \"b\"", "-da", "@file")));
        assertEquals(List.of(), userOptions(own, List.of()));
        own.add("-agentlib:surefires.own");
        assertEquals(List.of("-Xmx64m", "-agentlib:surefires.own"), userOptions(own, List.of("-Xmx64m")));
    }

    @Test
    void whereNothingWasMovedAllOptionsAreTheUsers() {
        assertEquals(List.of("-Xmx64m", "-da"), userOptions(List.of("-Xmx64m", "-da"), null));
    }

    @Test
    void withoutAnArchiveAWorkerStartsAsTheForkDid() {
        Booter booter = Forks.in(Path.of("target"));
        JvmOptions options = new JvmOptions(List.of("-ea"), false, null, booter);
        assertFalse(options.startsFromArchive(false));
        assertEquals(booter.launch(), options.launch(true, false));
        assertEquals(Optional.empty(), options.bootJar(false));
        assertEquals(booter.bootJar(), options.bootJar(true));
        assertSame(ArchiveMaking.NONE, options.making());
        assertEquals("", options.archiveName());
        assertEquals(Optional.empty(), options.listing(Path.of("target"), 1));
        assertEquals(List.of("-ea"), options.all());
        assertSame(ArchiveWatch.NOBODY, options.archiveWatch(line -> {}));
    }

    /** It takes longer there than all the worker has to say. */
    @Test
    void aWorkerOfOneShortClassKeepsNoJournalWhereMappingAFileTakesLong() {
        Booter booter = Forks.in(Path.of("target"));
        assertTrue(new JvmOptions(List.of(), false, null, booter).keepsJournal());
        assertEquals(Runtime.version().feature() < 18, new JvmOptions(List.of(), true, null, booter).keepsJournal());
        assertTrue(new JvmOptions(List.of(), true, null, booter).all().contains("-XX:TieredStopAtLevel=1"));
    }

    /** An old Maven or Surefire, which takes argLine from elsewhere. */
    @Test
    void anArgLineThatCouldNotBeMovedIsSaid() {
        Properties wired = Forks.properties(SettingNames.FORK_COUNT, "1");
        List<String> notes = new ArrayList<>();
        Booter booter = Forks.in(Path.of("target"));
        JvmOptions.of(booter, Configuration.read(wired), false, true, notes::add);
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("did not let argLine be moved to the workers"), notes::toString);

        Properties moved = Forks.properties(Wiring.WORKER_ARG_LINE, "");
        JvmOptions.of(
                Forks.in(Path.of("target"), List.of(), new Properties(), moved),
                Configuration.read(wired),
                false,
                true,
                notes::add);
        assertEquals(1, notes.size());
    }

    private static List<String> userOptions(List<String> own, List<String> moved) {
        Properties properties = new Properties();
        if (moved != null) {
            properties.setProperty(Wiring.WORKER_ARG_LINE, Wiring.argLineOf(moved));
        }
        return JvmOptions.userOptions(
                new Booter(new OwnCommandLine("java", own, List.of()), new Properties(), properties));
    }
}
