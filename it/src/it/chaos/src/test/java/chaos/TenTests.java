package chaos;

import org.junit.jupiter.api.Test;

/** Ten tests that take long enough to be killed in, and say so when they were not. */
abstract class TenTests {

    @Test
    void one() {
        complete("one");
    }

    @Test
    void two() {
        complete("two");
    }

    @Test
    void three() {
        complete("three");
    }

    @Test
    void four() {
        complete("four");
    }

    @Test
    void five() {
        complete("five");
    }

    @Test
    void six() {
        complete("six");
    }

    @Test
    void seven() {
        complete("seven");
    }

    @Test
    void eight() {
        complete("eight");
    }

    @Test
    void nine() {
        complete("nine");
    }

    @Test
    void ten() {
        complete("ten");
    }

    private void complete(String name) {
        Body.complete(getClass(), name, 25);
    }
}
