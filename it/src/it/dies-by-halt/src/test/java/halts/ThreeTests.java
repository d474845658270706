package halts;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

/** Three tests in a fixed order; a class may do something else in the one in the middle. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ThreeTests {

    @BeforeAll
    static void takeNotes(TestInfo info) throws IOException {
        Notes.take(info.getTestClass().orElseThrow());
    }

    @Test
    @Order(1)
    void first() {}

    @Test
    @Order(2)
    void second() {
        inTheMiddle();
    }

    @Test
    @Order(3)
    void third() {}

    void inTheMiddle() {}
}
