package bug;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

class C4Test {
    @Test
    void runs() {
        Bodies.ran("C4Test");
    }
}
