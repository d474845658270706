package matrix;

import io.github.isolation.FreshWorker;
import org.junit.jupiter.api.BeforeAll;

/** Ends its JVM when that has said goodbye already, and has it for itself, so that no other class is the victim. */
@FreshWorker
class HaltInHookTest extends Three {

    @BeforeAll
    static void haltLater() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(5)));
    }
}
