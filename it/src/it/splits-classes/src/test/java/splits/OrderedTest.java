package splits;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who says in which order its tests run has them in one JVM. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class OrderedTest {
    @Test
    void t01() throws Exception {
        Slow.test("OrderedTest#t01");
    }

    @Test
    void t02() throws Exception {
        Slow.test("OrderedTest#t02");
    }

    @Test
    void t03() throws Exception {
        Slow.test("OrderedTest#t03");
    }

    @Test
    void t04() throws Exception {
        Slow.test("OrderedTest#t04");
    }

    @Test
    void t05() throws Exception {
        Slow.test("OrderedTest#t05");
    }
}
