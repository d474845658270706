package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which tests of a class in hand are to run. */
class ResumeTest {
    private static final String CLASS = "[engine:e]/[class:C]";
    private static final String TEMPLATE = CLASS + "/[template:p(int)]";

    @AfterEach
    void forget() {
        Resume.next("");
    }

    @Test
    void aClassThatHasNotBegunRunsAsAWhole() {
        Resume.next("C");
        assertTrue(Resume.isWhole());
        assertTrue(Resume.allows(CLASS + "/[method:a()]"));
        assertEquals(Optional.of("C"), Resume.className());
    }

    @Test
    void whatHasItsResultIsLeftOutAndWhatIsBelowItToo() {
        Resume.narrow(Set.of(CLASS + "/[method:a()]", CLASS + "/[nested:N]"), Set.of());
        Resume.next("C");
        assertFalse(Resume.isWhole());
        assertTrue(Resume.allows(CLASS));
        assertFalse(Resume.allows(CLASS + "/[method:a()]"));
        assertTrue(Resume.allows(CLASS + "/[method:ab()]"));
        assertFalse(Resume.allows(CLASS + "/[nested:N]/[method:x()]"));
    }

    @Test
    void someInvocationsOfATemplateMayHaveTheirResults() {
        Resume.narrow(Set.of(TEMPLATE + "/[invocation:#1]"), Set.of());
        Resume.next("C");
        assertTrue(Resume.allows(TEMPLATE));
        assertTrue(Resume.dividesWhatIsBelow(TEMPLATE));
        assertFalse(Resume.dividesWhatIsBelow(CLASS + "/[template:q(int)]"));
        assertFalse(Resume.allows(TEMPLATE + "/[invocation:#1]"));
        assertTrue(Resume.allows(TEMPLATE + "/[invocation:#2]"));
        assertTrue(Resume.allows(TEMPLATE + "/[invocation:#10]"));
    }

    @Test
    void whenFailuresAreTriedAgainNothingElseRuns() {
        Resume.narrow(Set.of(), Set.of(TEMPLATE + "/[invocation:#2]"));
        Resume.next("C");
        assertTrue(Resume.allows(CLASS));
        assertTrue(Resume.allows(TEMPLATE));
        assertTrue(Resume.allows(TEMPLATE + "/[invocation:#2]"));
        assertFalse(Resume.allows(TEMPLATE + "/[invocation:#3]"));
        assertFalse(Resume.allows(CLASS + "/[method:a()]"));
    }
}
