package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The test that warms up a worker, and that a class-data archive is made with. Never reported to anybody. It has a lifecycle
 * of its own, because Jupiter before 5.8 says on the console that it has found a configured one.
 */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
public final class WarmUpTest {
    private int prepared;

    @BeforeEach
    void prepare() {
        prepared = 1;
    }

    @Test
    void isPrepared() {
        assertEquals(1, prepared);
    }

    @Test
    void isPreparedAgain() {
        assertEquals(1, prepared);
    }

    @AfterEach
    void cleanUp() {
        prepared = 0;
    }
}
