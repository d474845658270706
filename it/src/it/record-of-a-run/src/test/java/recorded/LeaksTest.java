package recorded;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LeaksTest {
    @Test
    void leaves() {
        new Thread(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                // That is its end.
                            }
                        },
                        "left-behind")
                .start();
    }
}
