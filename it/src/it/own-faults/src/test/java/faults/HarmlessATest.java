package faults;

import org.junit.jupiter.api.Test;

/** Has nothing to do with it. */
class HarmlessATest {

    @Test
    void one() {}

    @Test
    void two() {}
}
