package late;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs as a whole for each of its arguments; crashes once, in the middle of the second. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 3})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParameterizedClassTest {
    @Parameter
    int argument;

    @Test
    @Order(1)
    void before() {
        Bodies.ran("ParameterizedClassTest#before" + argument);
    }

    @Test
    @Order(2)
    void unluckyWithTwo() {
        Bodies.ran("ParameterizedClassTest#unluckyWithTwo" + argument);
        if (argument == 2) {
            Crash.here();
        }
    }

    @Test
    @Order(3)
    void after() {
        Bodies.ran("ParameterizedClassTest#after" + argument);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    @Order(4)
    void alsoAfter(int number) {
        Bodies.ran("ParameterizedClassTest#alsoAfter" + argument + number);
    }
}
