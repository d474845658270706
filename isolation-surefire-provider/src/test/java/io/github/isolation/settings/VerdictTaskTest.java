package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What is to be found out, as a user says it. */
class VerdictTaskTest {
    private final Properties properties = new Properties();

    private VerdictTask read(String verdict) {
        properties.setProperty("isolation.verdict", verdict);
        return VerdictTask.read(properties);
    }

    @Test
    void nothingUnlessSomebodyAsks() {
        assertNull(VerdictTask.read(properties));
        assertNull(read(""));
        assertNull(read("never"));
    }

    @Test
    void afterTheTestsOfThisRun() {
        assertEquals(new VerdictTask(Duration.ofMinutes(5), 500, false, null, null), read("onFailure"));
        properties.setProperty("isolation.verdictBudget", "30s");
        properties.setProperty("isolation.verdictRuns", "7");
        assertEquals(new VerdictTask(Duration.ofSeconds(30), 7, false, null, null), read("onFailure"));
    }

    /** A build whose fork Maven has to end has another result. */
    @Test
    void itIsOverBeforeMavenEndsTheFork() {
        assertEquals(Duration.ofMinutes(5), read("onFailure").budgetAfter(Duration.ofHours(1)));
        properties.setProperty(Wiring.FORK_TIMEOUT, "0");
        assertEquals(Duration.ofMinutes(5), read("onFailure").budgetAfter(Duration.ofHours(1)));
        properties.setProperty(Wiring.FORK_TIMEOUT, "600");
        VerdictTask task = read("onFailure");
        assertEquals(Duration.ofMinutes(5), task.budgetAfter(Duration.ofSeconds(200)));
        assertEquals(Duration.ofSeconds(90), task.budgetAfter(Duration.ofSeconds(500)));
        assertEquals(Duration.ZERO, task.budgetAfter(Duration.ofSeconds(595)));
        // Who reads that there was no time is told which setting there would have been more by.
        assertEquals("mine", task.settingOfTime(Duration.ofSeconds(200), "mine"));
        assertEquals("forkedProcessTimeoutInSeconds", task.settingOfTime(Duration.ofSeconds(500), "mine"));
    }

    /** What an audit finds is tried out unless somebody has no time for it, or there is no audit. */
    @Test
    void whatAnAuditFindsIsTriedOut() {
        assertNull(AuditTask.read(properties));
        properties.setProperty("isolation.audit", "files");
        assertNull(AuditTask.read(properties), "there is no agent");
        properties.setProperty(Wiring.AUDIT_AGENT, "agent.jar");
        properties.setProperty("isolation.auditIgnore", "target/*, shop.Legacy");
        properties.setProperty(Wiring.FORK_TIMEOUT, "600");
        AuditTask task = AuditTask.read(properties);
        assertEquals(List.of("target/*", "shop.Legacy"), task.ignore());
        assertEquals(Duration.ofMinutes(2), task.how().budgetAfter(Duration.ZERO));
        assertEquals(Duration.ofSeconds(90), task.how().budgetAfter(Duration.ofSeconds(500)));
        properties.setProperty("isolation.auditBudget", "0s");
        assertNull(AuditTask.read(properties));
    }

    @Test
    void aSuiteIsRunAgainWithTheseNumbersOfForksAsLongAsMavenWaits() {
        assertNull(ProofTask.read(properties));
        properties.setProperty("isolation.proof", "1, 2,4");
        properties.setProperty("isolation.verdictRuns", "7");
        properties.setProperty(Wiring.FORK_TIMEOUT, "60");
        ProofTask proof = ProofTask.read(properties);
        assertEquals(List.of(1, 2, 4), proof.forks());
        assertEquals(7, proof.after().runs());
        assertTrue(proof.after().hasTimeFor(Duration.ofSeconds(20), Duration.ofSeconds(29)));
        assertFalse(proof.after().hasTimeFor(Duration.ofSeconds(20), Duration.ofSeconds(31)));
        properties.setProperty("isolation.proof", "1,0");
        assertEquals(
                List.of("<proof> (isolation.proof): '0' is not a number of forks"), Configuration.problems(properties));
    }

    @Test
    void ofARecordAndNothingElse() {
        assertEquals(new VerdictTask(Duration.ofMinutes(5), 500, true, null, null), read("last"));
        properties.setProperty("basedir", "/m");
        assertEquals(Path.of("/m/r.jsonl"), read("r.jsonl").record());
        properties.setProperty(Wiring.JUDGED_RECORD, "/found/r.jsonl");
        assertEquals(Path.of("/found/r.jsonl"), read("r.jsonl").record());
        assertTrue(read("r.jsonl").isAll());
    }

    @Test
    void whatIsNeitherAWordNorARecordIsRefused() {
        properties.setProperty("isolation.verdict", "always");
        assertEquals(
                List.of(
                        "<verdict> (isolation.verdict): 'always' is none of never, onFailure, last, and no path of a record,"
                                + " which ends with .jsonl"),
                Configuration.problems(properties));
    }

    @Test
    void onlyOneSaysWhatIsRun() {
        properties.setProperty("isolation.verdict", "last");
        properties.setProperty("isolation.rerun", "failed");
        assertEquals(1, Configuration.problems(properties).size());
        properties.setProperty("isolation.verdict", "onFailure");
        assertEquals(List.of(), Configuration.problems(properties));
    }

    /** Nothing would be proved, and nobody would be told. */
    @Test
    void aRunOfNoTestsProvesNothing() {
        properties.setProperty("isolation.proof", "1,2");
        properties.setProperty("isolation.verdict", "onFailure");
        assertEquals(List.of(), Configuration.problems(properties));
        properties.setProperty("isolation.verdict", "last");
        List<String> problems = Configuration.problems(properties);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.get(0).contains("<proof> (isolation.proof) is of a run of all; set one of them"),
                problems::toString);
    }
}
