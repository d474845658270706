package matrix;

import org.junit.jupiter.api.AfterAll;

/** Ends after its last test. */
class ExitAfterAllTest extends Three {

    @AfterAll
    static void exit() {
        System.exit(3);
    }
}
