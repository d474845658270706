package audited;

import org.junit.jupiter.api.Test;

/** Clean by itself, but a thread of another class works meanwhile. */
class JMeetsTest {
    @Test
    void meets() throws InterruptedException {
        Registry.GO.countDown();
        Registry.DONE.await();
    }
}
