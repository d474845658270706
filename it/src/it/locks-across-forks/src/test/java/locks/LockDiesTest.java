package locks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Dies as soon as somebody has waited for its lock long enough for that to be said. */
class LockDiesTest {
    @Test
    @ResourceLock("printer")
    void dies() throws IOException, InterruptedException {
        Counter.note("printer", "held");
        Path log = Path.of(System.getProperty("basedir"), "build.log");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end
                && !Files.readString(log, StandardCharsets.ISO_8859_1).contains(" s for the lock 'printer' to write")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Runtime.getRuntime().halt(1);
    }
}
