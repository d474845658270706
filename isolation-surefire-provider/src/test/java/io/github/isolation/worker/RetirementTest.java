package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Ended;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a worker ends on purpose: between two tests, and only where what is left can be resumed. */
class RetirementTest {
    private static final String TEST = "[engine:e]/[class:p.A]/[method:a()]";
    private static final String IN_AN_INVOCATION =
            "[engine:e]/[class-template:p.A]/[class-template-invocation:#1]/[method:a()]";

    private final FakeConversation supervisor = new FakeConversation();
    private final Resume resume = new Resume();
    private final CurrentTest tests = new CurrentTest();
    private final Retirement retirement = new Retirement(supervisor, resume, tests, true);

    @AfterEach
    void forget() {
        RetireRequest.take();
    }

    @Test
    void afterAFailureIfTheUserWantsThat() {
        retirement.afterResult(false, TEST);
        assertNull(supervisor.retiredBecause);
        assertThrows(FakeConversation.Gone.class, () -> retirement.afterResult(true, TEST));
        assertEquals("after a failure", supervisor.retiredBecause);
    }

    @Test
    void notAfterAFailureOtherwise() {
        new Retirement(supervisor, resume, tests, false).afterResult(true, TEST);
        assertNull(supervisor.retiredBecause);
    }

    @Test
    void becauseATestAskedForIt() {
        RetireRequest.make("the GPU context was lost");
        assertThrows(FakeConversation.Gone.class, () -> new Retirement(supervisor, resume, tests, false)
                .afterResult(false, TEST));
        assertEquals("the GPU context was lost", supervisor.retiredBecause);
    }

    /** Each worker must come further than the one before. */
    @Test
    void notOverATestThatHasItsResultFromAnotherWorker() {
        resume.narrow(Set.of(TEST), Set.of());
        resume.next("p.A");
        retirement.afterResult(true, TEST);
        assertNull(supervisor.retiredBecause);
    }

    @Test
    void whereAnEngineCannotBeResumedAtTheEndOfTheClassWhichIsSaidOnce() {
        retirement.afterResult(true, null);
        retirement.afterResult(true, null);
        assertNull(supervisor.retiredBecause);
        assertEquals(
                List.of(
                        "isolation: this engine cannot be resumed inside a class, so workers retire at the end of the class"),
                supervisor.lines());
        assertThrows(FakeConversation.Gone.class, retirement::betweenClasses);
        assertEquals("after a failure", supervisor.retiredBecause);
    }

    @Test
    void inAParameterizedClassAtTheEndOfTheClass() {
        retirement.afterResult(true, IN_AN_INVOCATION);
        assertNull(supervisor.retiredBecause);
        assertTrue(supervisor.lines().get(0).contains("a parameterized class cannot be resumed inside an invocation"));
        assertThrows(FakeConversation.Gone.class, retirement::betweenClasses);
    }

    @Test
    void betweenClassesOnlyIfSomebodyHasAsked() {
        retirement.betweenClasses();
        assertNull(supervisor.retiredBecause);
        RetireRequest.make("full");
        assertThrows(FakeConversation.Gone.class, retirement::betweenClasses);
        assertEquals("full", supervisor.retiredBecause);
    }

    /** The platform tells our listener last, when this JVM is gone. */
    @Test
    void aClassWhoseSetUpFailedIsOverWithIt() {
        tests.begins("[engine:e]/[class:p.A]", true);
        assertThrows(FakeConversation.Gone.class, () -> retirement.afterResult(true, null));
        assertEquals(List.<Event>of(new Ended("[engine:e]/[class:p.A]", true)), supervisor.told);
    }

    @Test
    void aTestThatIsSkippedWhileOthersFailedIsNotOver() {
        tests.begins(TEST, false);
        assertThrows(FakeConversation.Gone.class, () -> retirement.afterResult(true, null));
        assertEquals(List.of(), supervisor.told);
    }
}
