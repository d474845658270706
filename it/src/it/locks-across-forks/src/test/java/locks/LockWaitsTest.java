package locks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.ForkLock;
import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Wants what the other one has. */
class LockWaitsTest {
    @Test
    void getsItWhenTheOtherHasDied() throws IOException {
        while (!Files.exists(Counter.file("printer"))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        try (ForkLock printer = Isolation.lock("printer")) {
            assertTrue(Files.exists(Counter.file("printer")), printer::toString);
        }
    }
}
