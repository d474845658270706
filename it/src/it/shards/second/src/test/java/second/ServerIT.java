package second;

import org.junit.jupiter.api.Test;

/** For Failsafe, where it is asked for. */
class ServerIT {
    @Test
    void runs() {}
}
