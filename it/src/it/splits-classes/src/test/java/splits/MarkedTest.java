package splits;

import io.github.isolation.SplitClass;
import org.junit.jupiter.api.Test;

/** Shared whatever the setting is. */
@SplitClass
class MarkedTest {
    @Test
    void t01() throws Exception {
        Slow.shared("MarkedTest", "t01");
    }

    @Test
    void t02() throws Exception {
        Slow.shared("MarkedTest", "t02");
    }

    @Test
    void t03() throws Exception {
        Slow.shared("MarkedTest", "t03");
    }

    @Test
    void t04() throws Exception {
        Slow.shared("MarkedTest", "t04");
    }

    @Test
    void t05() throws Exception {
        Slow.shared("MarkedTest", "t05");
    }

    @Test
    void t06() throws Exception {
        Slow.shared("MarkedTest", "t06");
    }

    @Test
    void t07() throws Exception {
        Slow.shared("MarkedTest", "t07");
    }

    @Test
    void t08() throws Exception {
        Slow.shared("MarkedTest", "t08");
    }

    @Test
    void t09() throws Exception {
        Slow.shared("MarkedTest", "t09");
    }

    @Test
    void t10() throws Exception {
        Slow.shared("MarkedTest", "t10");
    }

    @Test
    void t11() throws Exception {
        Slow.shared("MarkedTest", "t11");
    }

    @Test
    void t12() throws Exception {
        Slow.shared("MarkedTest", "t12");
    }

    @Test
    void t13() throws Exception {
        Slow.shared("MarkedTest", "t13");
    }

    @Test
    void t14() throws Exception {
        Slow.shared("MarkedTest", "t14");
    }

    @Test
    void t15() throws Exception {
        Slow.shared("MarkedTest", "t15");
    }

    @Test
    void t16() throws Exception {
        Slow.shared("MarkedTest", "t16");
    }
}
