package clash;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DeletedMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.SHORT.beforeItMeets();
        Files.deleteIfExists(DeletedHoldsTest.FILE); // here
        Moments.SHORT.afterItMet();
    }
}
