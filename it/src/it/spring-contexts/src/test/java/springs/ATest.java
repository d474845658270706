package springs;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The first to need the context. */
@SpringJUnitConfig(Shop.class)
class ATest {
    @Autowired
    private ThreadPoolTaskScheduler clock;

    @Test
    void worksInAThreadThatStays() throws Exception {
        assertFalse(clock.submit(() -> Thread.currentThread().isDaemon()).get());
    }
}
