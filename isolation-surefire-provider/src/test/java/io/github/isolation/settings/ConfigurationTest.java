package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.account.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a supervisor makes of the properties of its execution: each reaches the part that it is for, and no other. */
class ConfigurationTest {
    private static final Path MODULE = Path.of("module").toAbsolutePath();

    private final Properties properties = new Properties();

    @Test
    void aRelativeDirectoryIsBelowTheModule() {
        assertEquals(MODULE.resolve("target/elsewhere"), directory("target/elsewhere"));
    }

    /** A script that gives the value of a variable which is not set must not fill the module itself. */
    @Test
    void aDirectoryWithoutANameIsTheUsualOne() {
        assertEquals(MODULE.resolve("target/isolation"), directory(""));
    }

    @Test
    void anAbsoluteDirectoryStaysWhereItIs() {
        assertEquals(MODULE.resolve("x"), directory(MODULE.resolve("x").toString()));
    }

    private Path directory(String given) {
        properties.setProperty("basedir", MODULE.toString());
        properties.setProperty(ForkProperties.DIRECTORY, given);
        return read().directory();
    }

    @Test
    void whereNobodyAskedForAnythingNothingIsChanged() {
        Configuration plain = read();
        assertFalse(plain.wired());
        assertEquals(1, plain.forks());
        assertEquals(RetirePolicy.NEVER, plain.retire());
        assertEquals(0, plain.maxCrashes());
        assertEquals(new Limits(0, 0, 60_000), plain.limits());
        assertEquals(Duration.ofSeconds(5), plain.gracePeriod());
        assertEquals(ReseedPolicy.ON_REPLACE, plain.reseed());
        assertEquals(VerifyPolicy.EVERY_CLASS, plain.verifyFixtures());
        assertEquals(new Isolate(true, false, false, List.of(), false), plain.isolate());
        assertEquals(List.of(), plain.ports());
        assertNull(plain.cacheDirectory());
        assertFalse(plain.longestFirst());
    }

    @Test
    void aRunToBeRepeatedIsSeenFromTheModuleUnlessTheExtensionHasFoundIt() {
        properties.setProperty("basedir", MODULE.toString());
        assertNull(read().replay());
        set("replay", "a/record.jsonl");
        assertEquals(new RecordedRun(MODULE.resolve("a/record.jsonl").toString(), RecordedRun.ALL), read().replay());
        set("replay", "a/record.jsonl#worker=12");
        properties.setProperty(Wiring.REPLAYED_RECORD, "/found/record.jsonl");
        assertEquals(new RecordedRun("/found/record.jsonl", 12), read().replay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.jsonl#worker=", "r.jsonl#worker=0", "r.jsonl#worker=x", "#worker=1"})
    void aWorkerIsANumberBehindAPath(String value) {
        set("replay", value);
        assertTrue(Configuration.problems(properties).get(0).contains("names no worker"));
    }

    @Test
    void aPathMayHaveAnythingInIt() {
        properties.setProperty("basedir", MODULE.toString());
        set("replay", "C# sources#1/r.jsonl");
        assertEquals(
                MODULE.resolve("C# sources#1/r.jsonl").toString(),
                String.valueOf(read().replay().path()));
    }

    @Test
    void whatIsRunIsSaidOnce() {
        assertFalse(read().rerunFailed());
        set("rerun", "failed");
        assertTrue(read().rerunFailed());
        set("replay", "r.jsonl");
        assertEquals(1, Configuration.problems(properties).size());
        set("rerun", " ");
        assertEquals(List.of(), Configuration.problems(properties));
        set("rerun", "passed");
        assertEquals(2, Configuration.problems(properties).size());
    }

    @Test
    void theRecordSaysHowManyForksThereAreAndWhatEachWorkerRuns() {
        set("forkCount", "2");
        set("retireEveryClasses", "7");
        set("retireOnFailure", "afterClass");
        set("longestFirst", "true");
        Configuration replay = read().ofReplay(5);
        assertEquals(5, replay.forks());
        assertEquals(new RetirePolicy(0, true, 0), replay.retire());
        assertFalse(replay.longestFirst());
        assertEquals(read().limits(), replay.limits());
    }

    @Test
    void limitsAreInMilliseconds() {
        set("testTimeout", "2s");
        set("classTimeout", "3m");
        set("slowAfter", "500ms");
        set("gracePeriod", "4");
        assertEquals(new Limits(2_000, 180_000, 500), read().limits());
        assertEquals(Duration.ofSeconds(4), read().gracePeriod());
    }

    @ParameterizedTest
    @CsvSource({"never, false", "afterClass, true", "immediately, true"})
    void aFailureCostsAWorkerWhereThatWasAskedFor(String value, boolean costs) {
        set("retireOnFailure", value);
        assertEquals(new RetirePolicy(0, costs, 0), read().retire());
    }

    @Test
    void workersRetireAfterClassesAndAboveAPartOfTheHeap() {
        set("retireEveryClasses", "7");
        assertEquals(new RetirePolicy(7, false, 0), read().retire());
        set("retireAboveHeap", "80%");
        assertEquals(new RetirePolicy(7, false, 80), read().retire());
    }

    @Test
    void theRestIsReadAsItIsWritten() {
        set("maxCrashes", "3");
        set("reseed", "never");
        set("verifyFixtures", "afterRun");
        set("ports", "http,grpc");
        set("isolateUserHome", "true");
        Configuration read = read();
        assertEquals(3, read.maxCrashes());
        assertEquals(ReseedPolicy.NEVER, read.reseed());
        assertEquals(VerifyPolicy.AFTER_RUN, read.verifyFixtures());
        assertEquals(List.of("http", "grpc"), read.ports());
        assertTrue(read.isolate().userHome());
    }

    /** The extension hands over the number of forks, whatever it is; without it, Surefire starts them itself. */
    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "0, 1"})
    void theNumberOfForksSaysThatThisSupervisorHasThemAll(String value, int forks) {
        set("forkCount", value);
        assertTrue(read().wired());
        assertEquals(forks, read().forks());
    }

    @Test
    void eachForkHasASpareAndThoseThatHaveCoresLeftTwo() {
        int cores = Runtime.getRuntime().availableProcessors();
        set("forkCount", Integer.toString(2 * cores));
        assertEquals(2 * cores, read().spares());
        set("forkCount", Integer.toString(cores));
        assertEquals(cores, read().spares());
        set("forkCount", "1");
        assertEquals(Math.min(2, cores), read().spares());
        set("spares", "0");
        assertEquals(0, read().spares());
    }

    @Test
    void archivesAreKeptInTheCacheUnlessSomebodyDoesWithout() {
        properties.setProperty("basedir", MODULE.toString());
        set("cacheDirectory", "cache");
        assertEquals(MODULE.resolve("cache"), read().cacheDirectory());
        assertFalse(read().archivesSuite());
        set("archive", "suite");
        assertEquals(MODULE.resolve("cache"), read().cacheDirectory());
        assertTrue(read().archivesSuite());
        set("archive", "FALSE");
        assertFalse(read().archivesSuite());
        assertNull(read().cacheDirectory());
        set("archive", "all");
        assertEquals(
                List.of("<archive> (isolation.archive): 'all' is none of true, false, suite"),
                Configuration.problems(properties));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void withoutACacheThereAreNoArchives(String directory) {
        set("cacheDirectory", directory);
        assertNull(read().cacheDirectory());
    }

    @Test
    void theOrderIsOursOnlyWhereTheUserLeftItOpen() {
        set("longestFirst", "true");
        assertTrue(read().longestFirst());
        set("longestFirst", "");
        assertFalse(read().longestFirst());
    }

    /** The extension only asks for that where the user has named no interval. */
    @Test
    void whereMavenShowsHowFarItIsTheSupervisorSaysNothingOfIt() {
        assertEquals(Duration.ofSeconds(30), read().progress());
        set("live", "true");
        assertEquals(Duration.ZERO, read().progress());
    }

    @Test
    void whatCannotBeUnderstoodIsNoConfiguration() {
        set("gracePeriod", "soon");
        String message = assertThrows(SettingsException.class, this::read).getMessage();
        assertEquals(
                "isolation: 1 setting cannot be understood:\n  <gracePeriod> (isolation.gracePeriod): 'soon' is not a"
                        + " duration; write 500ms, 30s, 5m, 1h or 30d",
                message);
    }

    private void set(String name, String value) {
        properties.setProperty("isolation." + name, value);
    }

    private Configuration read() {
        return Configuration.read(properties);
    }
}
