package matrix;

import org.junit.jupiter.api.BeforeAll;

/** Ends before its first test. */
class ExitBeforeAllTest extends Three {

    @BeforeAll
    static void exit() {
        System.exit(3);
    }
}
