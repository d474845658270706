package bug;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

class C3Test {
    @Test
    void runs() {
        Bodies.ran("C3Test");
    }
}
