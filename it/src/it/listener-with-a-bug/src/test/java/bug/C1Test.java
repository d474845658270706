package bug;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

class C1Test {
    @Test
    void runs() {
        Bodies.ran("C1Test");
    }
}
