package chaos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One class that forks share, test by test and invocation by invocation: longer than it takes to start workers for it. */
class WideTest {
    @Test
    void t01() {
        complete("t01");
    }

    @Test
    void t02() {
        complete("t02");
    }

    @Test
    void t03() {
        complete("t03");
    }

    @Test
    void t04() {
        complete("t04");
    }

    @Test
    void t05() {
        complete("t05");
    }

    @Test
    void t06() {
        complete("t06");
    }

    @Test
    void t07() {
        complete("t07");
    }

    @Test
    void t08() {
        complete("t08");
    }

    @Test
    void t09() {
        complete("t09");
    }

    @Test
    void t10() {
        complete("t10");
    }

    @Test
    void t11() {
        complete("t11");
    }

    @Test
    void t12() {
        complete("t12");
    }

    @Test
    void t13() {
        complete("t13");
    }

    @Test
    void t14() {
        complete("t14");
    }

    @Test
    void t15() {
        complete("t15");
    }

    @Test
    void t16() {
        complete("t16");
    }

    @Test
    void t17() {
        complete("t17");
    }

    @Test
    void t18() {
        complete("t18");
    }

    @Test
    void t19() {
        complete("t19");
    }

    @Test
    void t20() {
        complete("t20");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void many(int number) {
        complete("many(int)[" + number + "]");
    }

    private void complete(String name) {
        Body.complete(WideTest.class, name, 75);
    }
}
