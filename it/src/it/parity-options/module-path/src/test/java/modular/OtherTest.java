package modular;

import org.junit.jupiter.api.Test;

/** A second class. */
class OtherTest {

    @Test
    void prints() {
        System.out.println("from " + getClass().getModule());
    }
}
