package plans;

import org.junit.jupiter.api.Test;

/** Leaves something behind, which is its own and not that of the class after it. */
class BTroubledTest {
    @Test
    void leavesAThread() {
        new Thread(
                        () -> {
                            try {
                                Thread.sleep(Long.MAX_VALUE);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "left-behind")
                .start();
    }
}
