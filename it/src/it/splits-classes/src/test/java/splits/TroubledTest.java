package splits;

import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.Test;

/** Shared like the other one, and one of those who share it crashes, and one hangs. */
class TroubledTest {
    @Test
    void t01() throws Exception {
        Slow.test("TroubledTest#t01");
    }

    @Test
    void t02() throws Exception {
        Slow.test("TroubledTest#t02");
    }

    @Test
    void t03() throws Exception {
        Slow.test("TroubledTest#t03");
    }

    @Test
    void t04() throws Exception {
        Slow.test("TroubledTest#t04");
    }

    @Test
    void t05() throws Exception {
        Slow.test("TroubledTest#t05");
    }

    @Test
    void t06() throws Exception {
        Slow.test("TroubledTest#t06");
    }

    @Test
    void t07() throws Exception {
        Slow.test("TroubledTest#t07");
    }

    @Test
    void t08() throws Exception {
        Slow.test("TroubledTest#t08");
    }

    @Test
    void t09() throws Exception {
        Slow.test("TroubledTest#t09");
        Crash.here();
    }

    @Test
    void t10() throws Exception {
        Slow.test("TroubledTest#t10");
    }

    @Test
    void t11() throws Exception {
        Slow.test("TroubledTest#t11");
    }

    @Test
    void t12() throws Exception {
        Slow.test("TroubledTest#t12");
    }

    @Test
    void t13() throws Exception {
        Slow.test("TroubledTest#t13");
    }

    @Test
    void t14() throws Exception {
        Slow.test("TroubledTest#t14");
    }

    @Test
    void t15() throws Exception {
        Slow.test("TroubledTest#t15");
    }

    @Test
    void t16() throws Exception {
        Slow.test("TroubledTest#t16");
    }

    @Test
    void t17() throws Exception {
        Slow.test("TroubledTest#t17");
        Hang.here();
    }

    @Test
    void t18() throws Exception {
        Slow.test("TroubledTest#t18");
    }

    @Test
    void t19() throws Exception {
        Slow.test("TroubledTest#t19");
    }

    @Test
    void t20() throws Exception {
        Slow.test("TroubledTest#t20");
    }
}
