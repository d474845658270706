package patched;

import io.github.isolation.Isolation;
import org.junit.jupiter.api.Test;

class OtherTest {
    @Test
    void anotherWorkerRunsTheNext() {
        Isolation.retire("it was asked to");
    }
}
