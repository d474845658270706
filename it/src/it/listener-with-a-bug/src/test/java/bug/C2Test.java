package bug;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

class C2Test {
    @Test
    void runs() {
        Bodies.ran("C2Test");
    }
}
