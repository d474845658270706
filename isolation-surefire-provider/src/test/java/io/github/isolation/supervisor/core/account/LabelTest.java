package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Which names of invocations are one name. */
class LabelTest {

    @Test
    void itsOwnNumberIsNoPartOfAName() {
        assertEquals(Label.digest("[3] Berlin", 3), Label.digest("[7] Berlin", 7));
        assertEquals(Label.digest("3: Berlin", 3), Label.digest("7: Berlin", 7));
        assertEquals(Label.digest("3 Berlin", 3), Label.digest("7 Berlin", 7));
        assertEquals(Label.digest("[city: Berlin, #3]", 3), Label.digest("[city: Berlin, #7]", 7));
    }

    @Test
    void otherNumbersAre() {
        assertNotEquals(Label.digest("[3] 7", 3), Label.digest("[7] 3", 7));
        assertEquals(Label.digest("7", 3), Label.digest("7", 7));
        assertNotEquals(Label.digest("repetition 3 of 7", 3), Label.digest("repetition 4 of 7", 4));
    }

    @Test
    void anAddressSaysNothing() {
        assertEquals(Label.digest("[1] C@1b2c3d", 1), Label.digest("[1] C@77aa00", 1));
        assertEquals(
                Label.digest("C$$Lambda$14/0x00007f12ac0a8@6d06d69c", 1), Label.digest("C$$Lambda/0x000001@1c", 1));
        assertNotEquals(Label.digest("[1] a@example.org", 1), Label.digest("[1] b@example.org", 1));
    }
}
