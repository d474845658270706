package failures;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

/** Ten tests that fail, each with a message that is long and nobody else's. */
abstract class TenFailures {

    @Test
    void one() {
        failAs("one");
    }

    @Test
    void two() {
        failAs("two");
    }

    @Test
    void three() {
        failAs("three");
    }

    @Test
    void four() {
        failAs("four");
    }

    @Test
    void five() {
        failAs("five");
    }

    @Test
    void six() {
        failAs("six");
    }

    @Test
    void seven() {
        failAs("seven");
    }

    @Test
    void eight() {
        failAs("eight");
    }

    @Test
    void nine() {
        failAs("nine");
    }

    @Test
    void ten() {
        failAs("ten");
    }

    private void failAs(String name) {
        String id = getClass().getName() + "#" + name;
        Bodies.ran(id);
        fail(id + " fails.\n" + (id + "\n").repeat(200) + "That was " + id);
    }
}
