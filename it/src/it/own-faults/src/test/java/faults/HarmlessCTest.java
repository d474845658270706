package faults;

import org.junit.jupiter.api.Test;

/** Has nothing to do with it. */
class HarmlessCTest {

    @Test
    void one() {}

    @Test
    void two() {}
}
