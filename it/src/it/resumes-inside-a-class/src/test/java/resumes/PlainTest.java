package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Tests in no order in particular; one of them is skipped before or after the crash, and only once. */
class PlainTest {

    @Test
    void alpha() {
        Bodies.ran("PlainTest#alpha");
    }

    @Test
    void beta() {
        Bodies.ran("PlainTest#beta");
        Crash.here();
    }

    @Test
    void gamma() {
        Bodies.ran("PlainTest#gamma");
        throw new AssertionError("a failure of its own");
    }

    @Test
    @Disabled("for a reason")
    void delta() {}

    @Test
    void epsilon() {
        Bodies.ran("PlainTest#epsilon");
    }
}
