package state;

import org.junit.jupiter.api.Test;

class BrittleHelpsTest {
    @Test
    void helps() {
        Switches.ready = true;
    }
}
