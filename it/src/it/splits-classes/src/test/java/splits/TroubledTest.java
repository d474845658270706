package splits;

import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.Test;

/** Shared like the other one, and one of those who share it crashes, and one hangs. */
class TroubledTest {
    @Test
    void t01() throws Exception {
        Slow.shared("TroubledTest", "t01");
    }

    @Test
    void t02() throws Exception {
        Slow.shared("TroubledTest", "t02");
    }

    @Test
    void t03() throws Exception {
        Slow.shared("TroubledTest", "t03");
    }

    @Test
    void t04() throws Exception {
        Slow.shared("TroubledTest", "t04");
    }

    @Test
    void t05() throws Exception {
        Slow.shared("TroubledTest", "t05");
    }

    @Test
    void t06() throws Exception {
        Slow.shared("TroubledTest", "t06");
    }

    @Test
    void t07() throws Exception {
        Slow.shared("TroubledTest", "t07");
    }

    @Test
    void t08() throws Exception {
        Slow.shared("TroubledTest", "t08");
    }

    @Test
    void t09() throws Exception {
        Slow.shared("TroubledTest", "t09");
        Crash.here();
    }

    @Test
    void t10() throws Exception {
        Slow.shared("TroubledTest", "t10");
    }

    @Test
    void t11() throws Exception {
        Slow.shared("TroubledTest", "t11");
    }

    @Test
    void t12() throws Exception {
        Slow.shared("TroubledTest", "t12");
    }

    @Test
    void t13() throws Exception {
        Slow.shared("TroubledTest", "t13");
    }

    @Test
    void t14() throws Exception {
        Slow.shared("TroubledTest", "t14");
    }

    @Test
    void t15() throws Exception {
        Slow.shared("TroubledTest", "t15");
    }

    @Test
    void t16() throws Exception {
        Slow.shared("TroubledTest", "t16");
    }

    @Test
    void t17() throws Exception {
        Slow.shared("TroubledTest", "t17");
        Hang.here();
    }

    @Test
    void t18() throws Exception {
        Slow.shared("TroubledTest", "t18");
    }

    @Test
    void t19() throws Exception {
        Slow.shared("TroubledTest", "t19");
    }

    @Test
    void t20() throws Exception {
        Slow.shared("TroubledTest", "t20");
    }
}
