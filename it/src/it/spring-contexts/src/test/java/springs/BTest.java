package springs;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Finds the context, and its thread, that the class before it has left. */
@SpringJUnitConfig(Shop.class)
class BTest {
    @Autowired
    private ThreadPoolTaskScheduler clock;

    @Test
    void worksInAThreadThatStays() throws Exception {
        assertFalse(clock.submit(() -> Thread.currentThread().isDaemon()).get());
    }
}
