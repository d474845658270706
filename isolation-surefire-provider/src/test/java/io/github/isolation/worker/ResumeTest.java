package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which tests of a class in hand are to run. */
class ResumeTest {
    private static final String CLASS = "[engine:e]/[class:C]";
    private static final String TEMPLATE = CLASS + "/[template:p(int)]";

    private final Resume resume = new Resume();

    @Test
    void aClassThatHasNotBegunRunsAsAWhole() {
        resume.next("C");
        assertTrue(resume.isWhole());
        assertTrue(resume.allows(CLASS + "/[method:a()]"));
        assertEquals(Optional.of("C"), resume.className());
    }

    @Test
    void beforeTheFirstClassThereIsNoneAndNothingThatCouldFailToBeFound() {
        assertEquals(Optional.empty(), resume.className());
        assertFalse(resume.isUntouched());
        assertFalse(resume.giveUpUntouched());
        assertFalse(resume.isGivenUp());
        assertFalse(resume.hasRunOthers());
    }

    @Test
    void aClassIsGivenUpOnceAndOnlyBeforeItHasBegun() {
        resume.next("C");
        assertTrue(resume.isUntouched());
        assertTrue(resume.giveUpUntouched());
        assertTrue(resume.isGivenUp());
        assertFalse(resume.giveUpUntouched());

        resume.next("D");
        assertFalse(resume.isGivenUp());
        resume.begun();
        assertFalse(resume.giveUpUntouched());
        assertFalse(resume.isUntouched());
    }

    @Test
    void theSecondClassOfAWorkerIsNotTheFirst() {
        resume.next("C");
        assertFalse(resume.hasRunOthers());
        resume.next("C");
        assertTrue(resume.hasRunOthers(), "in a fresh worker it would be alone");
    }

    @Test
    void whatIsSaidOfAClassIsSaidInPieces() {
        resume.narrow(Set.of(CLASS + "/[method:a()]"), Set.of());
        resume.narrow(Set.of(CLASS + "/[method:b()]"), Set.of());
        resume.next("C");
        assertTrue(resume.hasResult(CLASS + "/[method:a()]"));
        assertTrue(resume.hasResult(CLASS + "/[method:b()]"));
        assertFalse(resume.hasResult(CLASS + "/[method:c()]"));
    }

    @Test
    void whatIsSaidOfOneClassIsNotSaidOfTheNext() {
        resume.narrow(Set.of(CLASS), Set.of());
        resume.next("C");
        resume.next("D");
        assertTrue(resume.isWhole());
        assertFalse(resume.hasResult(CLASS));
    }

    /** A class is discovered with its tests in it, which are made those of each invocation later. */
    @Test
    void anInvocationOfAClassThatIsTriedAgainIsDiscoveredByItsPrototype() {
        String template = "[engine:e]/[class-template:C]";
        resume.narrow(Set.of(), Set.of(template + "/[class-template-invocation:#2]/[method:a()]"));
        resume.next("C");
        assertTrue(resume.allows(template + "/[method:a()]"));
        assertFalse(resume.allows(template + "/[method:b()]"));
        assertTrue(resume.allows(template + "/[class-template-invocation:#2]"));
        assertFalse(resume.allows(template + "/[class-template-invocation:#1]"));
    }

    @Test
    void anInvocationOfAClassThatHasBegunIsKnown() {
        String template = "[engine:e]/[class-template:C]";
        resume.narrow(Set.of(template + "/[class-template-invocation:#1]/[method:a()]"), Set.of());
        resume.next("C");
        assertTrue(resume.isBegunInvocation(template + "/[class-template-invocation:#1]"));
        assertFalse(resume.isBegunInvocation(template + "/[class-template-invocation:#2]"));
    }

    @Test
    void whatHasItsResultIsLeftOutAndWhatIsBelowItToo() {
        resume.narrow(Set.of(CLASS + "/[method:a()]", CLASS + "/[nested:N]"), Set.of());
        resume.next("C");
        assertFalse(resume.isWhole());
        assertTrue(resume.allows(CLASS));
        assertFalse(resume.allows(CLASS + "/[method:a()]"));
        assertTrue(resume.allows(CLASS + "/[method:ab()]"));
        assertFalse(resume.allows(CLASS + "/[nested:N]/[method:x()]"));
    }

    @Test
    void someInvocationsOfATemplateMayHaveTheirResults() {
        resume.narrow(Set.of(TEMPLATE + "/[invocation:#1]"), Set.of());
        resume.next("C");
        assertTrue(resume.allows(TEMPLATE));
        assertTrue(resume.dividesWhatIsBelow(TEMPLATE));
        assertFalse(resume.dividesWhatIsBelow(CLASS + "/[template:q(int)]"));
        assertFalse(resume.allows(TEMPLATE + "/[invocation:#1]"));
        assertTrue(resume.allows(TEMPLATE + "/[invocation:#2]"));
        assertTrue(resume.allows(TEMPLATE + "/[invocation:#10]"));
    }

    @Test
    void whenFailuresAreTriedAgainNothingElseRuns() {
        resume.narrow(Set.of(), Set.of(TEMPLATE + "/[invocation:#2]"));
        resume.next("C");
        assertTrue(resume.allows(CLASS));
        assertTrue(resume.allows(TEMPLATE));
        assertTrue(resume.allows(TEMPLATE + "/[invocation:#2]"));
        assertFalse(resume.allows(TEMPLATE + "/[invocation:#3]"));
        assertFalse(resume.allows(CLASS + "/[method:a()]"));
    }
}
