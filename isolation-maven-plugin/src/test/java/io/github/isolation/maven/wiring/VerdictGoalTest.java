package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command lines mean that no test is run but to find something out. */
class VerdictGoalTest {
    private final Properties user = new Properties();

    private String verdict(String... goals) {
        VerdictGoal.prepare(List.of(goals), user);
        return user.getProperty("isolation.verdict", "none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolation:verdict",
                "isolation:verdict@mine",
                "io.github.isolation:isolation-maven-plugin:verdict",
                "io.github.isolation:isolation-maven-plugin:0.1.0:verdict"
            })
    void theGoalAsksForTheLastRecord(String goal) {
        assertEquals("last", verdict("clean", goal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "isolation:report", "other:verdict", "g:other-maven-plugin:1:verdict"})
    void othersDoNot(String goal) {
        assertEquals("none", verdict(goal));
    }

    @Test
    void aRunIsNamedByItsIdOrByItsPath() {
        user.setProperty("isolation.run", "1a2b");
        assertEquals("target/isolation/runs/1a2b/record.jsonl", verdict("isolation:verdict"));
        user.remove("isolation.verdict");
        user.setProperty("isolation.run", "from-ci.jsonl");
        assertEquals("from-ci.jsonl", verdict("isolation:verdict"));
    }

    @Test
    void whatTheUserHasSetStays() {
        user.setProperty("isolation.verdict", "mine.jsonl");
        assertEquals("mine.jsonl", verdict("isolation:verdict"));
    }
}
