package io.github.isolation.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import io.github.isolation.record.Fact;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.settings.Wiring;
import io.github.isolation.supervisor.RunHistory;
import io.github.isolation.supervisor.core.ClassPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supervisor runs, and what is said of it. */
class ChoiceTest {
    private static final List<String> SCANNED = List.of("A", "B", "C");

    @TempDir
    Path module;

    private final Properties properties = new Properties();
    private ForkLayout layout = new ForkLayout(Path.of(""));

    @BeforeEach
    void module() {
        layout = new ForkLayout(module.resolve("target/isolation"));
        properties.setProperty("basedir", module.toString());
        properties.setProperty(Wiring.MODULE, "g:m");
        properties.setProperty(Wiring.EXECUTION, "maven-surefire-plugin:3.6.1:default-test");
        properties.setProperty(SettingNames.FORK_COUNT, "2");
    }

    @Test
    void whoAsksForNothingGetsEverything() throws IOException {
        assertEquals(new Choice(SCANNED, 2, null, List.of(), List.of()), choose());
        assertEquals(List.of(), choose(false, List.of()).classes(), "Maven has them");
    }

    @Test
    void aReplayHasTheClassesOfTheRecordInItsOrderAndForks() throws IOException {
        replay(Recorded.run(4, "A", "B").runs(3, 1, "B", "A").isOver("passed"), "");
        Choice choice = choose();
        assertEquals(List.of("B", "A"), choice.classes());
        assertEquals(4, choice.forks());
        assertNotNull(choice.replay());
        assertEquals(
                List.of(
                        "isolation: replay of run r: 2 classes in 1 worker and 4 forks",
                        "isolation: 4 forks, as in the record, and not 2",
                        "isolation: left out: 1 class that the record does not know, 0 that no worker had in that run"),
                choice.lines());
        assertEquals(List.of(), choice.warnings());
    }

    /** What ran on other machines does not run in the replay of this one. */
    @Test
    void aReplayOfAMachineHasThePartsThatItHad() throws IOException {
        List<String> found = List.of("method:m()", "method:n()", "method:o()");
        replay(
                Recorded.run(1, "A", "B", "C")
                        .runs(1, 1, "A", "B", "C")
                        .part("A", 1, 2, found, List.of("method:m()"))
                        .part("B", 2, 2, found, List.of("method:n()"))
                        .part("C", 0, 0, found, found)
                        .isOver("passed"),
                "");
        assertEquals(
                Map.of(
                        "A",
                        new ClassPart(1, 2, List.of("method:m()")),
                        "B",
                        new ClassPart(2, 2, List.of("method:m()", "method:o()"))),
                choose().parts());
    }

    @Test
    void ofOneWorkerOthersAreNotMissed() throws IOException {
        properties.setProperty(SettingNames.FORK_COUNT, "1");
        replay(
                Recorded.run(4, "A", "B")
                        .runs(3, 1, "B")
                        .runs(2, 7, "Gone")
                        .hands(2, 7, "A")
                        .test(2, 7, "t", "failed")
                        .isOver("failed"),
                "#worker=7");
        Choice choice = choose();
        assertEquals(List.of("A"), choice.classes());
        assertEquals(1, choice.forks());
        assertEquals(
                List.of(
                        "isolation: replay of worker 7 of run r: 1 class in 1 worker and 1 fork, up to A, where a test failed"
                                + " then"),
                choice.lines());
        assertEquals(List.of("isolation: in the record, but not in this build: Gone"), choice.warnings());
    }

    @Test
    void manyThatAreGoneAreNotAllNamed() throws IOException {
        replay(
                Recorded.run(1)
                        .runs(1, 1, "A", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G12")
                        .isOver("passed"),
                "");
        assertEquals(
                List.of("isolation: in the record, but not in this build: G1, G2, G3, G4, G5, G6, G7, G8, G9, G10 and 2"
                        + " more"),
                choose().warnings());
    }

    @Test
    void aReplayOfNothingIsRefused() throws IOException {
        replay(Recorded.run(1, "A").isOver("cancelled"), "");
        assertRefused("no worker had a class in ");
        replay(Recorded.run(1, "A").runs(1, 3, "A").isOver("passed"), "#worker=4");
        assertRefused("worker 4 had a class in ", "those that had one: [3]");
        replay(Recorded.run(1, "X").runs(1, 3, "X").isOver("passed"), "");
        assertRefused("nothing of what was run in ", "is in this build: X");
    }

    @Test
    void aRecordOfAnotherModuleIsRefused() throws IOException {
        replay(
                Recorded.run("r", 0, "g:other", "default-test", 1, "A")
                        .runs(1, 1, "A")
                        .isOver("passed"),
                "");
        assertRefused("record.jsonl is of maven-surefire-plugin (default-test) of g:other, and this is g:m");
    }

    @Test
    void whatIsNoRecordIsRefusedByItsName() throws IOException {
        properties.setProperty(SettingNames.REPLAY, "missing.jsonl");
        assertRefused(module.resolve("missing.jsonl").toString(), "keep a copy elsewhere");
        Files.writeString(module.resolve("missing.jsonl"), "{\"what\":\"end\"}\n");
        assertRefused("missing.jsonl is no record of a run");
    }

    @Test
    void theExtensionHasFoundTheRecord() throws IOException {
        replay(Recorded.run(2, "A").runs(1, 1, "A").isOver("passed"), "");
        properties.setProperty(
                Wiring.REPLAYED_RECORD, module.resolve("record.jsonl").toString());
        properties.setProperty(SettingNames.REPLAY, "seen/from/elsewhere.jsonl");
        assertEquals(List.of("A"), choose().classes());
    }

    @Test
    void nobodyCanChooseAmongWhatMavenHandsOut() throws IOException {
        properties.setProperty(SettingNames.RERUN, "failed");
        assertTrue(refusal(false).contains("here Maven hands out the classes, one at a time"));
        properties.remove(SettingNames.RERUN);
        replay(Recorded.run(2, "A").runs(1, 1, "A").isOver("passed"), "");
        assertTrue(refusal(false).contains("here Maven hands out the classes, one at a time"));
    }

    @Test
    void whatFailedLastRunsAgainInTheUsualOrder() throws IOException {
        properties.setProperty(SettingNames.RERUN, "failed");
        keep("older", 1_000, "default-test", "A");
        keep("last", 1_700_000_000_000L, "default-test", "C", "Gone", "B");
        keep("other", 1_800_000_000_000L, "more", "A");
        Choice choice = choose();
        assertEquals(List.of("B", "C"), choice.classes());
        assertNull(choice.replay());
        assertEquals(
                List.of("isolation: rerun: what failed in run last of 2023-11-14T22:13:20Z: 2 classes of 3"),
                choice.lines());
        assertEquals(List.of("isolation: in the record, but not in this build: Gone"), choice.warnings());
    }

    @Test
    void whereNothingFailedNothingRuns() throws IOException {
        properties.setProperty(SettingNames.RERUN, "failed");
        keep("older", 1, "default-test", "A");
        keep("last", 2_000, "default-test");
        Choice choice = choose();
        assertEquals(List.of(), choice.classes());
        assertEquals(
                List.of(
                        "isolation: rerun: nothing failed in run last of 1970-01-01T00:00:02Z, the last that is recorded:"
                                + " no test is run"),
                choice.lines());
    }

    /** That nothing was to be run says nothing of what failed before. */
    @Test
    void aRunOfNothingIsNotTheLastOneAndNeitherIsOneThatGoesOnOrNeverBegan() throws IOException {
        properties.setProperty(SettingNames.RERUN, "failed");
        keep("failed", 1, "default-test", "A");
        Recorded.write(Recorded.run("empty", 2, "g:m", "default-test", 1).isOver("passed"), layout.runRecord("empty"));
        keep("alive", 3, "default-test", "B");
        RunHold.begin(layout, "alive");
        Files.createDirectories(layout.runDirectory("killed"));
        Files.writeString(layout.runRecord("killed"), "");
        assertEquals(List.of("A"), choose().classes());
    }

    @Test
    void aRecordThatIsKeptOutOfReachOfMvnCleanCountsAsWell() throws IOException {
        properties.setProperty(SettingNames.RERUN, "failed");
        keep("last", 5, "default-test", "B");
        Path records = Files.createDirectories(module.resolve("history/records"));
        Files.move(layout.runRecord("last"), records.resolve("000000000000005-last.jsonl"));
        Files.writeString(records.resolve("other.tmp"), "");
        assertEquals(List.of("B"), choose().classes());
    }

    @Test
    void whereNothingIsRecordedEverythingIsStillToBeRun() throws IOException {
        properties.setProperty(SettingNames.RERUN, "failed");
        Choice choice = choose();
        assertEquals(SCANNED, choice.classes());
        assertEquals(
                List.of("isolation: rerun: no run of these tests is recorded, so all of them run"), choice.lines());
    }

    private void replay(List<Fact> facts, String which) throws IOException {
        Recorded.write(facts, module.resolve("record.jsonl"));
        properties.setProperty(SettingNames.REPLAY, "record.jsonl" + which);
    }

    /** A run that has failed in these classes, and passed in one more. */
    private void keep(String id, long startedAt, String execution, String... failed) throws IOException {
        Recorded record =
                Recorded.run(id, startedAt, "g:m", execution, 1, failed).runs(1, 1, "Passes");
        for (String name : failed) {
            record.hands(1, 1, name).test(1, 1, "t", "failed").givesBack(1, 1);
        }
        Recorded.write(record.isOver(failed.length == 0 ? "passed" : "failed"), layout.runRecord(id));
    }

    private Choice choose() throws IOException {
        return choose(true, SCANNED);
    }

    private Choice choose(boolean knowsAll, List<String> scanned) throws IOException {
        return Choice.of(
                Configuration.read(properties),
                new RunHistory(layout, module.resolve("history"), 10),
                properties,
                knowsAll,
                scanned);
    }

    private String refusal(boolean knowsAll) {
        return String.valueOf(assertThrows(SettingsException.class, () -> choose(knowsAll, SCANNED))
                .getMessage());
    }

    private void assertRefused(String... parts) {
        String message = refusal(true);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
