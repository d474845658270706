package clash;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class WrittenMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.SHORT.beforeItMeets();
        Files.writeString(WrittenHoldsTest.FILE, "other"); // here
        Moments.SHORT.afterItMet();
    }
}
