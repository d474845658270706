package options;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fails before its first test. */
class BeforeAllTest {

    @BeforeAll
    static void beforeAll() {
        throw new IllegalStateException("before all");
    }

    @Test
    void isNeverRun() {}
}
