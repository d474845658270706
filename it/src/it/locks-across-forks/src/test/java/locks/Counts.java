package locks;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.ForkLock;
import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Raises two numbers 200 times each: one under a lock of JUnit, one under a lock of ours. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Counts {
    @BeforeAll
    static void nobodyIsAlone() throws IOException {
        Counter.note("classes", "begins");
        assertFalse(Files.exists(Counter.file("alone")), "a class that wants to be alone is running");
        if ("open".equals(System.getProperty("run"))) {
            fourMeet();
        }
    }

    /** Without locks, they are to be in each other's way. */
    private static void fourMeet() throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (Files.readAllLines(Counter.file("classes")).stream()
                                .filter("begins"::equals)
                                .count()
                        < 4
                && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @AfterAll
    static void isDone() throws IOException {
        Counter.note("classes", "ends");
    }

    @Order(1)
    @RepeatedTest(200)
    @ResourceLock(value = "counter", mode = ResourceAccessMode.READ_WRITE)
    void raisesTheSharedNumber() throws IOException {
        Counter.raise("junit");
    }

    @Order(2)
    @RepeatedTest(200)
    void raisesAnotherWithoutJUnit() throws IOException {
        if (Boolean.parseBoolean(System.getProperty("isolation.crossForkLocks"))) {
            try (ForkLock both = Isolation.lock("other number", "number")) {
                Counter.raise("ours");
            }
        } else {
            Counter.raise("ours");
        }
    }
}
