package splits;

import io.github.isolation.SplitClass;
import org.junit.jupiter.api.Test;

/** Shared whatever the setting is. */
@SplitClass
class MarkedTest {
    /** Alone, with two forks, nobody waits for this class: half of it has to be worth the start of a worker. */
    private static final int LONG = Integer.getInteger("long", 100);

    @Test
    void t01() throws Exception {
        Slow.test("MarkedTest#t01", LONG);
    }

    @Test
    void t02() throws Exception {
        Slow.test("MarkedTest#t02", LONG);
    }

    @Test
    void t03() throws Exception {
        Slow.test("MarkedTest#t03", LONG);
    }

    @Test
    void t04() throws Exception {
        Slow.test("MarkedTest#t04", LONG);
    }

    @Test
    void t05() throws Exception {
        Slow.test("MarkedTest#t05", LONG);
    }

    @Test
    void t06() throws Exception {
        Slow.test("MarkedTest#t06", LONG);
    }

    @Test
    void t07() throws Exception {
        Slow.test("MarkedTest#t07", LONG);
    }

    @Test
    void t08() throws Exception {
        Slow.test("MarkedTest#t08", LONG);
    }

    @Test
    void t09() throws Exception {
        Slow.test("MarkedTest#t09", LONG);
    }

    @Test
    void t10() throws Exception {
        Slow.test("MarkedTest#t10", LONG);
    }

    @Test
    void t11() throws Exception {
        Slow.test("MarkedTest#t11", LONG);
    }

    @Test
    void t12() throws Exception {
        Slow.test("MarkedTest#t12", LONG);
    }

    @Test
    void t13() throws Exception {
        Slow.test("MarkedTest#t13", LONG);
    }

    @Test
    void t14() throws Exception {
        Slow.test("MarkedTest#t14", LONG);
    }

    @Test
    void t15() throws Exception {
        Slow.test("MarkedTest#t15", LONG);
    }

    @Test
    void t16() throws Exception {
        Slow.test("MarkedTest#t16", LONG);
    }
}
