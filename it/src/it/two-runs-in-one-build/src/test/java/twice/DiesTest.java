package twice;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Crashes, retires after a failure, and retires by its marker, in one class. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiesTest {

    @Test
    @Order(1)
    void crashes() throws IOException {
        Bodies.ran("crashes");
        Notes.take(getClass());
        Crash.here();
    }

    @Test
    @Order(2)
    void fails() {
        Bodies.ran("fails");
        throw new AssertionError("on purpose");
    }

    @Test
    @Order(3)
    void leavesOnce() throws IOException {
        Bodies.ran("leavesOnce");
        Path visited = Path.of(System.getProperty("basedir"), "target", "visited." + System.getProperty("run"));
        if (!Files.exists(visited)) {
            Files.createFile(visited);
            Files.writeString(
                    Path.of(System.getenv("ISOLATION_RETIREMENT_MARKER")), System.getenv("ISOLATION_RETIREMENT_NONCE"));
            Runtime.getRuntime().halt(0);
        }
    }

    @Test
    @Order(4)
    void passes() {
        Bodies.ran("passes");
    }
}
