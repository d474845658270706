package io.github.isolation.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shard leaves is read as it was written, however far it got. */
class ShardFileTest {
    private static final List<ScannedClass> SCANNED =
            List.of(new ScannedClass("a.ÄTest", 2, "d1"), new ScannedClass("a.BTest", 1, ""));
    private static final ReportedClass REPORTED = new ReportedClass(
            "a.ÄTest", State.REPORTED, new Counts(5, 1, 2, 1, 1), 1_200, 3, 2, "reports/TEST-a.ÄTest.xml", "ab");

    @TempDir
    Path directory;

    private static ShardHeader header(String id, int attempt, String build) {
        return new ShardHeader(
                id, "g:a/maven-surefire-plugin/" + id, 2, 5, attempt, "4711", "jdk21", "u", "t", "p", build);
    }

    private Path file(int attempt) {
        return directory.resolve("shard-2-of-5.attempt-" + attempt + ".jsonl");
    }

    @Test
    void allOfItComesBack() throws IOException {
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        ShardFile.begin(directory, header("r2", 1, "b"), SCANNED);
        ShardFile.end(file(1), "r1", List.of(REPORTED), new ShardEnd(1, 2_000, "", "r1/record.jsonl"));
        assertTrue(Files.readString(file(1)).chars().allMatch(c -> c < 128), "no encoding can damage it");
        List<ShardRun> runs = ShardFile.read(file(1));
        assertEquals(2, runs.size());
        assertEquals(
                new ShardRun(
                        header("r1", 1, "b"),
                        SCANNED,
                        List.of(REPORTED),
                        new ShardEnd(1, 2_000, "", "r1/record.jsonl")),
                runs.get(0));
        assertTrue(runs.get(0).isWhole());
        assertEquals(List.of("a.ÄTest"), runs.get(0).own());
        assertNull(runs.get(1).end());
        assertFalse(runs.get(1).isWhole());
        assertTrue(REPORTED.hasFailed());
        assertEquals("shard 2 of 5 (jdk21)", runs.get(0).header().title());
    }

    /** As in a workspace that CI keeps: two builds are no two machines. */
    @Test
    void whatAnotherBuildHasLeftIsGoneWhenThisOneBegins() throws IOException {
        ShardHeader old = header("r1", 1, "b");
        ShardFile.begin(directory, old, SCANNED);
        Path kept = Files.createDirectories(directory.resolve("shard-2-of-5.attempt-1/r1"));
        Path unknown = directory.resolve("shard-4-of-5.attempt-1.jsonl");
        ShardFile.begin(directory, of("", 4), SCANNED);
        ShardFile.begin(directory, of("4712", 3), SCANNED);
        assertFalse(Files.exists(file(1)));
        assertFalse(Files.exists(kept));
        assertTrue(Files.exists(unknown), "nobody knows of which build it is");
        ShardFile.begin(directory, of("", 2), SCANNED);
        assertTrue(Files.exists(directory.resolve("shard-3-of-5.attempt-1.jsonl")));
        ShardFile.begin(directory, of("4712", 1), SCANNED);
        assertTrue(Files.exists(directory.resolve("shard-3-of-5.attempt-1.jsonl")), "of this build");
    }

    private static ShardHeader of(String run, int shard) {
        return new ShardHeader("r" + shard, "g:a/s/t", shard, 5, 1, run, "", "u", "t", "p", "b" + shard);
    }

    @Test
    void ofAClassInPartsEachPartHasItsLinesAndTheMembersAreKnown() throws IOException {
        List<ScannedClass> scanned =
                List.of(new ScannedClass("a.LongTest", 1, "d", 1, 2), new ScannedClass("a.LongTest", 2, "d", 2, 2));
        ShardFile.begin(directory, header("r1", 1, "b"), scanned);
        ReportedClass part = REPORTED.ofPart(2, 2);
        ClassMembers members = new ClassMembers(
                "a.LongTest",
                2,
                2,
                false,
                List.of("nested-class:N", "method:ä()"),
                new TreeMap<>(Map.of("method:ä()", 12L)));
        ClassMembers whole = new ClassMembers("a.WholeTest", 1, 3, true, List.of(), new TreeMap<>());
        ShardEnd end = new ShardEnd(1, 2_000, "", "", 2);
        ShardFile.end(file(1), "r1", List.of(part), List.of(members, whole), end);
        ShardRun run = ShardFile.read(file(1)).get(0);
        assertEquals(new ShardRun(header("r1", 1, "b"), scanned, List.of(part), List.of(members, whole), end), run);
        assertTrue(run.isWhole());
        assertEquals(List.of("a.LongTest"), run.own());
        assertEquals(12, members.millis());
        assertEquals(List.of("method:ä()", "nested-class:N"), members.found());
        ShardEnd other = new ShardEnd(1, 2_000, "", "", 3);
        assertFalse(new ShardRun(run.header(), scanned, run.reported(), run.members(), other).isWhole());
    }

    @Test
    void whatAnotherVersionHasLeftIsRefused() throws IOException {
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        Files.writeString(file(1), Files.readString(file(1)).replace("\"version\":2", "\"version\":1"));
        assertTrue(assertThrows(IOException.class, () -> ShardFile.read(file(1)))
                .getMessage()
                .endsWith("line 1: it is of another version of this plugin: its lines have version 1, and not 2"));
    }

    @Test
    void aLineThatIsCutIsNone() throws IOException {
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        ShardFile.end(file(1), "r1", List.of(REPORTED), new ShardEnd(1, 2_000, "", ""));
        String text = Files.readString(file(1));
        Files.writeString(file(1), text.substring(0, text.length() - 1));
        assertNull(ShardFile.read(file(1)).get(0).end(), "nobody knows whether that was all of it");
        assertEquals(List.of(REPORTED), ShardFile.read(file(1)).get(0).reported());
    }

    @Test
    void anEndThatSpeaksOfMoreThanThereIsIsNone() throws IOException {
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        ShardFile.end(file(1), "r1", List.of(REPORTED), new ShardEnd(2, 2_000, "", ""));
        assertFalse(ShardFile.read(file(1)).get(0).isWhole());
    }

    @Test
    void whatIsDamagedInTheMiddleIsAnErrorThatNamesTheLine() throws IOException {
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        String text = Files.readString(file(1));
        Files.writeString(file(1), text.replace("{\"what\":\"class\",\"id\":\"r1\",\"class\":\"a.B", "{what"));
        assertTrue(assertThrows(IOException.class, () -> ShardFile.read(file(1)))
                .getMessage()
                .contains("attempt-1.jsonl, line 3: "));
        Files.writeString(file(1), text.replace("\"what\":\"shard\"", "\"what\":\"shrd\""));
        assertTrue(assertThrows(IOException.class, () -> ShardFile.read(file(1)))
                .getMessage()
                .contains("no line says what run r1 is"));
        Files.writeString(file(1), text + text);
        assertTrue(assertThrows(IOException.class, () -> ShardFile.read(file(1)))
                .getMessage()
                .contains("begins twice"));
    }

    @Test
    void whatALaterVersionAddsIsSkipped() throws IOException {
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        Files.writeString(file(1), Files.readString(file(1)) + "{\"what\":\"coverage\",\"id\":\"r1\"}\n");
        assertEquals(SCANNED, ShardFile.read(file(1)).get(0).scanned());
    }

    @Test
    void aMachineOfAQueueHasANumberAndNoShare() throws IOException {
        ShardHeader machine = new ShardHeader("r1", "g:a/p/e", 3, ShardHeader.QUEUE, 2, "4711", "", "u", "", "", "b");
        ShardFile.begin(directory, machine, List.of(new ScannedClass("a.ATest", 0, "")));
        Path file = directory.resolve("shard-3-of-queue.attempt-2.jsonl");
        assertTrue(ShardFile.isOne(file));
        assertEquals(machine, ShardFile.read(file).get(0).header());
        assertTrue(machine.isOfQueue());
        assertEquals("machine 3", machine.title());
        assertEquals(1, ShardFile.attempt(directory, 3, 5, "other"));
    }

    @Test
    void anotherBuildIsAnotherAttempt() throws IOException {
        Path none = directory.resolve("none");
        assertEquals(1, ShardFile.attempt(none, 2, 5, "b"));
        ShardFile.begin(directory, header("r1", 1, "b"), SCANNED);
        assertEquals(1, ShardFile.attempt(directory, 2, 5, "b"), "another execution of the same");
        assertEquals(2, ShardFile.attempt(directory, 2, 5, "other"));
        assertEquals(1, ShardFile.attempt(directory, 1, 5, "other"));
        assertEquals(1, ShardFile.attempt(directory, 2, 6, "other"));
        Files.writeString(file(7), "no shard at all\n");
        assertEquals(8, ShardFile.attempt(directory, 2, 5, "b"), "nothing is written over");
    }
}
