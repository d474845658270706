package io.github.isolation.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agent is told by reflection; where it is not there, or throws, that costs a line and no test. */
final class AuditedTestsTest {
    private static final List<String> TOLD = new ArrayList<>();

    private final List<String> failed = new ArrayList<>();

    /** Looks like the agent. */
    public static final class Fake {
        public static void begins(String className, String method) {
            TOLD.add(className + "." + method);
        }

        public static void ends() {
            if (TOLD.isEmpty()) {
                throw new IllegalStateException("nothing has begun");
            }
            TOLD.add("ends");
        }

        public static void nobodyTells(String why) {
            TOLD.add("nobody tells: " + why);
        }
    }

    @Test
    void whereNobodyTellsTheAgentHearsThat() {
        told(Fake.class.getName()).nobodyTells("no JUnit Platform");
        assertEquals(List.of("nobody tells: no JUnit Platform"), TOLD);
    }

    @BeforeEach
    void forget() {
        TOLD.clear();
    }

    private AuditedTests told(String agent) {
        return new AuditedTests((what, why) -> failed.add(what + ": " + why), agent);
    }

    @Test
    void theAgentHearsWhatBeginsAndEnds() {
        AuditedTests tests = told(Fake.class.getName());
        tests.begins("p.A", "");
        tests.begins("p.A", "m");
        tests.ends();
        assertEquals(List.of("p.A.", "p.A.m", "ends"), TOLD);
        assertEquals(List.of(), failed);
    }

    @Test
    void whatItThrowsIsSaid() {
        told(Fake.class.getName()).ends();
        assertEquals(
                List.of("tell the audit which test runs: java.lang.IllegalStateException: nothing has begun"), failed);
    }

    @Test
    void withoutAnAgentThatIsSaidOnceAndNothingElseHappens() {
        AuditedTests tests = told("no.such.Agent");
        tests.begins("p.A", "m");
        tests.ends();
        assertEquals(
                List.of("find the Java agent of the audit: java.lang.ClassNotFoundException: no.such.Agent"), failed);
    }
}
