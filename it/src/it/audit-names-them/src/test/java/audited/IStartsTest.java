package audited;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IStartsTest {
    @Test
    void starts() {
        Thread late = new Thread(IStartsTest::work, "late");
        late.setDaemon(true);
        late.start();
    }

    private static void work() {
        try {
            Registry.GO.await();
            Files.writeString(Path.of("target/late.txt"), "late"); // here
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            Registry.DONE.countDown();
        }
    }
}
