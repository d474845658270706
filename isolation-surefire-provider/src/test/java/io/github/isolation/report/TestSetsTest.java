package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Jvm;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What classes say while others run is kept until they end, in little memory; and no result needs a disk. */
final class TestSetsTest {
    private static final List<String> QUIET = List.of(
            "testSetStarting a.Quiet null",
            "testStarting a.Quiet first",
            "testFailed a.Quiet first",
            "testSetCompleted a.Quiet null",
            "testSetStarting a.Chatty null",
            "testStarting a.Chatty first",
            "testOutput 1000",
            "testFailed a.Chatty first");

    @TempDir
    Path directory;

    @Test
    void whatFindsNoRoomInMemoryWaitsInAFileAndNothingIsLost() throws Exception {
        List<String> said = said(Jvm.start(List.of("-Xmx16m"), KeepsEvents.class, directory.toString(), "30000", "1"));
        assertEquals(QUIET, said.subList(0, 8));
        assertEquals(List.of("testSetCompleted a.Chatty null", "30000"), said.subList(8, said.size()));
        assertEquals(List.of(), files());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDiskThatIsFullCostsOneClassItsOutputAndAnErrorThatNamesPlaceAndReason() throws Exception {
        List<String> said =
                said(Jvm.startLimited("ulimit -f 6000", KeepsEvents.class, directory.toString(), "9000", "1"));
        assertEquals(QUIET, said.subList(0, 8));
        assertEquals("testError a.Chatty " + directory.resolve("held-2.events") + ": File too large", said.get(8));
        assertEquals("testSetCompleted a.Chatty null", said.get(9));
        int printed = Integer.parseInt(said.get(10));
        assertTrue(printed > 2_000 && printed < 6_200, "what was kept before stays: " + printed);
        assertEquals(List.of(), files());
    }

    @Test
    void whereNoFileCanBeMadeTheSameHolds() throws Exception {
        Path file = Files.createFile(directory.resolve("no directory"));
        List<String> said = said(Jvm.start(KeepsEvents.class, file.toString(), "3000", "1"));
        assertEquals(QUIET, said.subList(0, 8));
        assertTrue(
                said.get(8).startsWith("testError a.Chatty " + file.resolve("held-2.events") + ": "), said::toString);
        assertEquals("testSetCompleted a.Chatty null", said.get(9));
    }

    @Test
    void allClassesTogetherHaveOneBudget() throws Exception {
        List<String> said = said(Jvm.start(List.of("-Xmx40m"), KeepsEvents.class, directory.toString(), "900", "64"));
        assertEquals(QUIET, said.subList(0, 8));
        assertEquals(Integer.toString(64 * 900), said.get(said.size() - 1));
        assertEquals(List.of(), files());
    }

    /** Nothing ends there that could take an error, and a build must not be green without what it printed. */
    @Test
    void whatIsLostOutsideOfTestSetsFailsTheBuildOnTheConsole() throws Exception {
        Path file = Files.createFile(directory.resolve("no directory"));
        HeardCalls heard = new HeardCalls();
        TestSets sets = new TestSets(heard.sink(), false, file, (run, set, why) -> {});
        Event printed = new Printed("x".repeat(1_000), true, true, false, null, null);
        for (int i = 0; i < 1_500; i++) {
            sets.hold(7, List.of(printed));
        }
        sets.release(7);
        assertTrue(
                heard.calls
                        .get(0)
                        .startsWith("consoleErrorLog io.github.isolation.OutputLost: isolation: what was printed"),
                heard.calls.get(0));
    }

    @Test
    void aClassThatIsReleasedIsForgottenWithItsFile() {
        HeardCalls heard = new HeardCalls();
        TestSets sets = new TestSets(heard.sink(), false, directory, (run, set, why) -> {});
        Event printed = new Printed("x".repeat(1_000), true, true, false, null, null);
        for (int i = 0; i < 1_500; i++) {
            sets.hold(7, List.of(printed));
        }
        sets.release(7);
        sets.release(7);
        sets.releaseAll();
        assertEquals(1_500, heard.calls.size());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static List<String> said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }
}
