package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class KillsTest {
    @Test
    void a() throws Exception {
        assertEquals("first\nbefore\n", Shop.orders("before"));
    }

    @Test
    void b() throws Exception {
        ProcessHandle.of(Shop.pid()).orElseThrow().destroyForcibly();
        new CountDownLatch(1).await();
    }

    @Test
    void c() throws Exception {
        assertEquals("first\n", Shop.orders(""));
    }
}
