package clash;

import io.github.isolation.Isolation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** Takes whatever is there; where it goes is its own affair. */
class RenamedMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.SHORT.beforeItMeets();
        Path own = Isolation.fork().directory().resolve("renamed.txt");
        if (Files.exists(RenamedHoldsTest.FILE)) {
            Files.move(RenamedHoldsTest.FILE, own, StandardCopyOption.REPLACE_EXISTING); // here
        }
        Moments.SHORT.afterItMet();
    }
}
