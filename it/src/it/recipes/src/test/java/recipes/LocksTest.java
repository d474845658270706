package recipes;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.isolation.ForkLock;
import io.github.isolation.Isolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What only one fork may do at a time. */
class LocksTest {
    @Test
    @ResourceLock("printer")
    void printsAlone() {
        Printer.print("with JUnit's lock");
    }

    @Test
    void printsAndScansAlone() {
        try (ForkLock both = Isolation.lock("printer", "scanner")) {
            Printer.print("with " + both);
        }
    }

    @Test
    @ResourceLock("scanner")
    void askingForMoreOutOfOrderIsRefused() {
        assertThrows(IllegalStateException.class, () -> Isolation.lock("printer"));
    }

    /** Stands for a device. */
    static final class Printer {
        private Printer() {}

        static void print(String text) {
            System.out.println(text);
        }
    }
}
