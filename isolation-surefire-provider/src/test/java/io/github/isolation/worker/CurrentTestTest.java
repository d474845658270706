package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which test a thread runs. */
class CurrentTestTest {
    private final CurrentTest tests = new CurrentTest();

    @Test
    void noneBeforeTheFirst() {
        assertNull(tests.id());
        assertFalse(tests.isContainer());
        assertNull(tests.threadOf("a"));
    }

    @Test
    void theLastThatBeganInThisThread() {
        tests.begins("a", true);
        assertTrue(tests.isContainer());
        tests.begins("a/b", false);
        assertEquals("a/b", tests.id());
        assertFalse(tests.isContainer());
        assertSame(Thread.currentThread(), tests.threadOf("a/b"));
        assertNull(tests.threadOf("a"), "its thread has begun something else");
    }

    @Test
    void eachThreadHasItsOwn() {
        tests.begins("a", false);
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> {
            String before = String.valueOf(tests.id());
            tests.begins("b", false);
            return before + ", " + tests.id();
        });
        assertEquals("null, b", other.join());
        assertEquals("a", tests.id());
    }
}
