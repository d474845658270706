package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault in what we do beside the tests costs a line, and no test its result. */
class GuardTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final Resume resume = new Resume();
    private final Guard guard = new Guard(supervisor, resume, "2");

    @Test
    void itSaysWhoCouldNotDoWhatAndWhereAndWhy() {
        resume.next("p.A");
        guard.failed("measure its heap", new IllegalStateException("broken"));
        assertEquals(
                List.of("isolation: fork 2 could not measure its heap, at p.A: java.lang.IllegalStateException: broken."
                        + " All tests keep their results; see what they do to their JVM if it is said again."),
                supervisor.lines());
    }

    @Test
    void beforeTheFirstClassThereIsNone() {
        guard.failed("measure its heap", new IllegalStateException("broken"));
        assertTrue(supervisor.lines().get(0).contains("its heap: java.lang"), supervisor.lines()::toString);
    }

    @Test
    void eachKindIsSaidOnce() {
        guard.failed("a", new IllegalStateException("first"));
        guard.failed("a", new IllegalStateException("second"));
        guard.failed("a", new OutOfMemoryError("as if"));
        guard.failed("b", new IllegalStateException("first"));
        assertEquals(3, supervisor.lines().size());
    }

    @Test
    void whatCannotBeShownIsNamed() {
        guard.failed("a", new CannotBeShown());
        assertTrue(supervisor.lines().get(0).contains(CannotBeShown.class.getName()), supervisor.lines()::toString);
    }

    @Test
    void ifNothingCanBeSaidTheTestsGoOn() {
        supervisor.failWith(new OutOfMemoryError("as if"));
        guard.failed("a", new IllegalStateException("first"));
        assertEquals(List.of(), supervisor.told);
    }

    private static final class CannotBeShown extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getLocalizedMessage() {
            throw new IllegalStateException("no text");
        }
    }
}
