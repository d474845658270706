package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.queue.RunAccount;
import io.github.isolation.queue.RunAccount.Machine;
import io.github.isolation.queue.RunAccount.Row;
import io.github.isolation.queue.RunName;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be thought of machines that share a queue: by what they have left, and by what the queue has. */
class QueueReportsTest {
    private static final String KEY = "g:a/maven-surefire-plugin/default-test";
    private static final List<String> CLASSES = List.of("a.ATest", "a.BTest", "a.CTest");

    @TempDir
    Path directory;

    /** Whose results count, by class; a class that is not here has none. */
    private final Map<String, Integer> counts = new TreeMap<>(Map.of("a.ATest", 1, "a.BTest", 2, "a.CTest", 1));

    private final Map<String, String> lost = new TreeMap<>();
    private final Map<String, String> reports = new TreeMap<>();
    private int attempt = 1;

    @BeforeEach
    void everythingPasses() {
        CLASSES.forEach(name -> reports.put(name, line(name, "passes", "succeeded", false)));
    }

    private static String line(String className, String test, String outcome, boolean rerun) {
        return "{\"what\":\"case\",\"source\":\"" + className + "\",\"class\":\"" + className + "\",\"name\":\"" + test
                + "\",\"outcome\":\"" + outcome + "\",\"millis\":12"
                + (rerun ? ",\"rerun\":true" : "")
                + (outcome.equals("failed")
                        ? ",\"message\":\"no \\u0000\",\"stack\":\"java.lang.AssertionError: no\""
                        : "")
                + "}\n";
    }

    private RunAccount account() {
        return account("");
    }

    private RunAccount account(String group) {
        return new RunAccount(
                group,
                KEY,
                Digests.ofLines(CLASSES),
                List.of(
                        new Machine(1, "run-1" + group, "one", "build-1" + group),
                        new Machine(2, "run-2" + group, "two", "build-2" + group)),
                CLASSES.stream()
                        .map(name -> new Row(
                                name,
                                counts.getOrDefault(name, 0),
                                100,
                                lost.getOrDefault(name, ""),
                                counts.containsKey(name) ? reports.get(name) : ""))
                        .toList());
    }

    /** A machine leaves results of these; without an end if there are none. */
    private void leaves(int machine, String... classes) throws IOException {
        Path own = Files.createDirectories(directory.resolve("shards/m" + machine + "-" + attempt));
        String id = "run-" + machine + (attempt == 1 ? "" : "-" + attempt);
        ShardHeader header = new ShardHeader(
                id,
                KEY,
                machine,
                ShardHeader.QUEUE,
                attempt,
                "42",
                "",
                Digests.ofLines(CLASSES),
                "",
                "",
                "build-" + machine);
        ShardFile.begin(
                own,
                header,
                CLASSES.stream().map(name -> new ScannedClass(name, 0, "bytes")).toList());
        if (classes.length > 0) {
            List<ReportedClass> reported = new ArrayList<>();
            for (String name : classes) {
                Path xml = own.resolve("TEST-" + name + ".xml");
                Files.writeString(xml, "<testsuite><testcase classname='" + name + "' name='passes'/></testsuite>");
                reported.add(new ReportedClass(
                        name,
                        State.REPORTED,
                        new Counts(1, 0, 0, 0, 0),
                        100,
                        1,
                        1,
                        "TEST-" + name + ".xml",
                        Digests.of(Files.readAllBytes(xml))));
            }
            ShardFile.end(
                    own.resolve(ShardHeader.fileName(machine, ShardHeader.QUEUE, attempt)),
                    id,
                    reported,
                    new ShardEnd(reported.size(), 2_000, "", ""));
        }
    }

    private MergedShards merged() throws IOException {
        return merged(account());
    }

    private MergedShards merged(RunAccount... accounts) throws IOException {
        Files.createDirectories(directory.resolve("shards"));
        return MergedShards.of(
                directory.resolve("shards"),
                new MergedShards.Queue(new RunName("42", "", 1), List.of(accounts)),
                directory.resolve("merged"),
                null,
                Map.of());
    }

    private MergedShards withoutTheQueue() throws IOException {
        return MergedShards.of(directory.resolve("shards"), directory.resolve("merged"), null, Map.of());
    }

    private List<String> files() throws IOException {
        Path of = directory.resolve("merged/reports").resolve(KEY.replace(':', '/'));
        return Arrays.stream(of.toFile().list()).sorted().toList();
    }

    @Test
    void machinesThatHaveLeftEverythingAreGreen() throws IOException {
        leaves(1, "a.ATest", "a.CTest");
        leaves(2, "a.BTest");
        MergedShards merged = merged();
        assertEquals(List.of(), merged.problems());
        assertEquals(Verdict.GREEN, merged.verdict());
        assertEquals("3 classes planned, 3 reported once, 2 of 2 machines; longest 0:02, mean 0:02", merged.summary());
        assertEquals(
                List.of(),
                merged.notes().stream()
                        .filter(note -> note.contains("from the queue"))
                        .toList());
        assertEquals(Verdict.GREEN, withoutTheQueue().verdict());
    }

    /** As with a matrix of JDKs: one merge is for all of them. */
    @Test
    void theGroupsOfARunAreAllAccountedFor() throws IOException {
        MergedShards merged = merged(account("jdk17"), account("jdk21"));
        assertEquals(List.of(), merged.problems());
        assertTrue(
                merged.summary().startsWith("6 classes planned, 6 reported once, 4 of 4 machines"), merged.summary());
        counts.remove("a.CTest");
        MergedShards open = merged(account("jdk17"), account("jdk21"));
        assertEquals(Verdict.INCOMPLETE, open.verdict());
        assertTrue(
                open.notes().stream().anyMatch(note -> note.startsWith(KEY + " (jdk21): the run is not over, 1 class")),
                open.notes().toString());
    }

    @Test
    void resultsOfAMachineThatDiedAreFromTheQueue() throws IOException {
        leaves(1);
        leaves(2, "a.BTest");
        MergedShards merged = merged();
        assertEquals(List.of(), merged.problems());
        assertTrue(merged.summary().startsWith("3 classes planned, 3 reported once, "), merged.summary());
        assertTrue(
                merged.notes()
                        .contains(KEY
                                + ": machine 1 (one) has left no report of a.ATest, a.CTest: their results are from the"
                                + " queue, without what they printed"),
                merged.notes().toString());
        assertEquals(List.of("TEST-a.ATest.xml", "TEST-a.BTest.xml", "TEST-a.CTest.xml"), files());

        MergedShards alone = withoutTheQueue();
        assertEquals(Verdict.INCOMPLETE, alone.verdict());
        assertTrue(
                alone.problems()
                        .get(0)
                        .startsWith(KEY + ": no machine has results of a.ATest, a.CTest; of these machines"),
                alone.problems().toString());
    }

    /** It had the answer of the queue, and was killed before its Maven had written a report. */
    @Test
    void aClassThatCountsAndIsNotAmongTheReportsOfItsMachineIsFromTheQueue() throws IOException {
        leaves(1, "a.ATest");
        leaves(2, "a.BTest");
        assertEquals(List.of(), merged().problems());
        assertEquals(List.of("TEST-a.ATest.xml", "TEST-a.BTest.xml", "TEST-a.CTest.xml"), files());
    }

    @Test
    void theQueueAloneIsEnough() throws IOException {
        reports.put("a.BTest", line("a.BTest", "fails", "failed", false) + line("a.BTest", "skips", "skipped", false));
        MergedShards merged = merged();
        assertEquals(Verdict.RED, merged.verdict());
        assertEquals(List.of(KEY + ": machine 2: a.BTest: 1 failure of 2 tests"), merged.problems());
    }

    @Test
    void attemptsAtATestAreOneCase() throws IOException {
        reports.put("a.ATest", line("a.ATest", "t", "failed", false) + line("a.ATest", "t", "succeeded", true));
        reports.put("a.BTest", line("a.BTest", "t", "failed", false) + line("a.BTest", "t", "failed", true));
        reports.put("a.CTest", line("a.CTest", "t", "succeeded", false) + line("a.CTest", "t", "failed", false));
        MergedShards merged = merged();
        assertEquals(
                List.of(
                        KEY + ": machine 1: a.CTest: 1 failure of 2 tests",
                        KEY + ": machine 2: a.BTest: 1 failure of 1 tests"),
                merged.problems().stream().sorted().toList());
        assertTrue(
                merged.notes()
                        .contains("flaky: " + KEY + ": machine 1: a.ATest: 1 passed after they had failed, in one run"),
                merged.notes().toString());
    }

    @Test
    void aClassWithoutTestsIsNoneThatIsMissing() throws IOException {
        reports.put("a.CTest", "");
        MergedShards merged = merged();
        assertEquals(List.of(), merged.problems());
        assertTrue(merged.summary().contains("3 reported once (1 without tests)"), merged.summary());
    }

    @Test
    void aLostClassNamesTheMachinesThatHadIt() throws IOException {
        counts.remove("a.CTest");
        lost.put("a.CTest", "one, two, one");
        MergedShards merged = merged();
        assertEquals(Verdict.INCOMPLETE, merged.verdict());
        assertEquals(
                List.of(
                        KEY + ": a.CTest is LOST: none of the machines that had it came to its end: one, two, one",
                        KEY + ": no machine has results of a.CTest"),
                merged.problems());
    }

    @Test
    void aRunThatIsNotOverSaysSoAndWhatToDo() throws IOException {
        counts.remove("a.CTest");
        leaves(1, "a.ATest");
        leaves(2, "a.BTest");
        MergedShards merged = merged();
        assertEquals(Verdict.INCOMPLETE, merged.verdict());
        assertTrue(
                merged.notes().stream()
                        .anyMatch(
                                note -> note.startsWith(KEY + ": the run is not over, 1 class is without results: merge"
                                        + " again when all machines have ended")),
                merged.notes().toString());
    }

    @Test
    void resultsThatDoNotCountAreAContradiction() throws IOException {
        leaves(1, "a.ATest", "a.BTest", "a.CTest");
        MergedShards merged = merged();
        assertEquals(Verdict.CONTRADICTORY, merged.verdict());
        assertTrue(
                merged.problems()
                        .get(0)
                        .startsWith(KEY + ": machine 1 (one) has told results of a.BTest that do not count"),
                merged.problems().toString());
    }

    @Test
    void twoMachinesWithOneClassAreAContradictionAlsoWithoutTheQueue() throws IOException {
        leaves(1, "a.ATest", "a.BTest", "a.CTest");
        leaves(2, "a.BTest");
        MergedShards merged = withoutTheQueue();
        assertEquals(Verdict.CONTRADICTORY, merged.verdict());
        assertEquals(List.of(KEY + ": a.BTest was run by machine 1 and machine 2"), merged.problems());
    }

    @Test
    void anOlderAttemptIsHistoryAsAWhole() throws IOException {
        leaves(1, "a.ATest", "a.CTest");
        leaves(2, "a.BTest");
        attempt = 2;
        leaves(2, "a.ATest", "a.BTest", "a.CTest");
        MergedShards merged = withoutTheQueue();
        assertEquals(List.of(), merged.problems());
        assertEquals(
                2,
                merged.notes().stream()
                        .filter(note -> note.contains("and history"))
                        .count());
    }

    @Test
    void resultsThatWereTooManyForTheQueueAreMissingIfTheirMachineIs() throws IOException {
        reports.put("a.CTest", line("a.CTest", "t", "succeeded", false) + "{\"what\":\"cut\"}\n");
        MergedShards merged = merged();
        assertEquals(Verdict.INCOMPLETE, merged.verdict());
        leaves(1, "a.ATest", "a.CTest");
        assertEquals(Verdict.GREEN, merged().verdict());
    }

    @Test
    void aRunThatNobodyHasJoinedIsIncomplete() throws IOException {
        MergedShards merged = MergedShards.of(
                null,
                new MergedShards.Queue(new RunName("43", "jdk21", 2), List.of()),
                directory.resolve("merged"),
                null,
                Map.of());
        assertEquals(Verdict.INCOMPLETE, merged.verdict());
        assertEquals(
                "the queue knows of no run 43 (jdk21), attempt 2: no machine has joined it",
                merged.problems().get(0));
    }
}
