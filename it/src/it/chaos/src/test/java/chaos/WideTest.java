package chaos;

import org.junit.jupiter.api.Test;

/** One class that forks share: longer than it takes to start workers for it. */
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

    @Test
    void t21() {
        complete("t21");
    }

    @Test
    void t22() {
        complete("t22");
    }

    @Test
    void t23() {
        complete("t23");
    }

    @Test
    void t24() {
        complete("t24");
    }

    @Test
    void t25() {
        complete("t25");
    }

    @Test
    void t26() {
        complete("t26");
    }

    @Test
    void t27() {
        complete("t27");
    }

    @Test
    void t28() {
        complete("t28");
    }

    @Test
    void t29() {
        complete("t29");
    }

    @Test
    void t30() {
        complete("t30");
    }

    @Test
    void t31() {
        complete("t31");
    }

    @Test
    void t32() {
        complete("t32");
    }

    @Test
    void t33() {
        complete("t33");
    }

    @Test
    void t34() {
        complete("t34");
    }

    @Test
    void t35() {
        complete("t35");
    }

    @Test
    void t36() {
        complete("t36");
    }

    @Test
    void t37() {
        complete("t37");
    }

    @Test
    void t38() {
        complete("t38");
    }

    @Test
    void t39() {
        complete("t39");
    }

    @Test
    void t40() {
        complete("t40");
    }

    private void complete(String name) {
        Body.complete(WideTest.class, name, 75);
    }
}
