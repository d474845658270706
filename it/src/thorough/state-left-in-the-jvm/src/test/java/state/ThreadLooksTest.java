package state;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Looks for threads that nobody has ended, as some suites do after each test. */
class ThreadLooksTest {
    @Test
    void looks() throws InterruptedException {
        boolean found = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(ThreadPollutesTest.NAME));
        if (found) {
            // So that it does something meanwhile.
            Thread.sleep(300);
        }
        assertFalse(found); // here
    }
}
