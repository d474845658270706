package bug;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

class C5Test {
    @Test
    void runs() {
        Bodies.ran("C5Test");
    }
}
