package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Undiscoverable;
import org.junit.jupiter.api.Test;

/** Why the tests of a class could not be found: the line that the user has to mend. */
class DiscoveryErrorsTest {
    private final DiscoveryErrors errors = new DiscoveryErrors(false);

    @Test
    void whatIsAtTheBottomOfIt() {
        Throwable thrown =
                new IllegalStateException("outer", new RuntimeException(new NoClassDefFoundError("q/Missing")));
        Undiscoverable told = errors.thrown(thrown);
        assertEquals("java.lang.NoClassDefFoundError: q/Missing", told.cause().message());
        assertTrue(told.cause().text().startsWith("java.lang.IllegalStateException: outer"));
    }

    /** From 5.13 on, JUnit writes it into the message of an exception that has no cause. */
    @Test
    void whatJUnitHasFoundIsInTheMiddleOfAMessage() {
        Throwable thrown = new IllegalStateException("""
                TestEngine with ID 'junit-jupiter' encountered 1 critical issue
                (1) [ERROR] q.A
                    Cause: java.lang.NoClassDefFoundError: q/Missing
                    at q.A
                """);
        assertEquals(
                "java.lang.NoClassDefFoundError: q/Missing",
                errors.thrown(thrown).cause().message());
    }

    @Test
    void aReportedFailureIsToldAsOneThatWasThrown() {
        Undiscoverable told = errors.reported(Entries.failed("q.A", "x", 1, new NoClassDefFoundError("q/Missing")));
        assertEquals("java.lang.NoClassDefFoundError: q/Missing", told.cause().message());
        assertTrue(told.cause().text().contains("NoClassDefFoundError"));
    }

    @Test
    void aReportWithoutACauseIsToldByItsName() {
        Undiscoverable told = errors.reported(Entries.test("q.A", "initializationError", 1));
        assertEquals("initializationError", told.cause().message());
        assertEquals(null, told.cause().text());
    }

    @Test
    void whatTheUserWantsThenIsToldWithIt() {
        assertTrue(new DiscoveryErrors(true).thrown(new LinkageError()).stop());
        assertTrue(!errors.thrown(new LinkageError()).stop());
    }
}
