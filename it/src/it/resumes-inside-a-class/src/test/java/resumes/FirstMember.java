package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A crash in the middle of a class of a suite. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstMember {

    @Test
    @Order(1)
    void before() {
        Bodies.ran("FirstMember#before");
    }

    @Test
    @Order(2)
    void crashes() {
        Bodies.ran("FirstMember#crashes");
        Crash.here();
    }

    @Test
    @Order(3)
    void after() {
        Bodies.ran("FirstMember#after");
    }
}
