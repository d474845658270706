package splits;

import io.github.isolation.WholeClass;
import org.junit.jupiter.api.Test;

/** As if it said in which order its tests run. */
@WholeClass
class WholeTest {
    @Test
    void t01() throws Exception {
        Slow.test("WholeTest#t01");
    }

    @Test
    void t02() throws Exception {
        Slow.test("WholeTest#t02");
    }

    @Test
    void t03() throws Exception {
        Slow.test("WholeTest#t03");
    }

    @Test
    void t04() throws Exception {
        Slow.test("WholeTest#t04");
    }

    @Test
    void t05() throws Exception {
        Slow.test("WholeTest#t05");
    }

    @Test
    void t06() throws Exception {
        Slow.test("WholeTest#t06");
    }

    @Test
    void t07() throws Exception {
        Slow.test("WholeTest#t07");
    }

    @Test
    void t08() throws Exception {
        Slow.test("WholeTest#t08");
    }

    @Test
    void t09() throws Exception {
        Slow.test("WholeTest#t09");
    }

    @Test
    void t10() throws Exception {
        Slow.test("WholeTest#t10");
    }

    @Test
    void t11() throws Exception {
        Slow.test("WholeTest#t11");
    }

    @Test
    void t12() throws Exception {
        Slow.test("WholeTest#t12");
    }
}
