package faults;

import org.junit.jupiter.api.Test;

/** Has nothing to do with it. */
class HarmlessBTest {

    @Test
    void one() {}

    @Test
    void two() {}
}
