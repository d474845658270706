package work;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What takes its time, so that machines can be killed meanwhile. */
abstract class WorkContract {
    @BeforeAll
    static void takesItsTime() throws InterruptedException {
        Thread.sleep(Integer.getInteger("millis", 0));
    }

    @Test
    void passes() {}

    /** The driver is nobody's, and the password is the supervisor's. */
    @Test
    void seesNothingOfTheQueue() {
        assertNull(System.getenv("ISOLATION_QUEUE_PASSWORD"));
        assertNull(ClassLoader.getSystemResource("org/postgresql/Driver.class"));
    }
}
