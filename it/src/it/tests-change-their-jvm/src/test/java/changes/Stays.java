package changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Whatever the classes before it did to their JVM, this one runs, once, and in the same fork as they. */
abstract class Stays {
    @Test
    void isInTheSameFork() {
        assertEquals(Here.AT_FIRST, Asks.now());
    }

    @Test
    void isInTheSameForkForAnotherClassLoader() throws Exception {
        assertEquals(Here.AT_FIRST, Here.inAnotherLoader());
    }

    @AfterEach
    void noteThatItRan(TestInfo test) {
        Here.ran(getClass().getSimpleName() + "#"
                + test.getTestMethod().orElseThrow().getName());
    }
}
