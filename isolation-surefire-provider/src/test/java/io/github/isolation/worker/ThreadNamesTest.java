package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThreadNamesTest {
    @Test
    void aStarStandsForAnyTextAndEverythingElseForItself() {
        ThreadNames names = ThreadNames.of(" eventLoop-* , *(shared)?, exactly");
        assertTrue(names.match("eventLoop-1-2"));
        assertTrue(names.match("eventLoop-"));
        assertTrue(names.match("a (shared)?"));
        assertTrue(names.match("exactly"));
        assertFalse(names.match("exactly 1"));
        assertFalse(names.match("my eventLoop-1"));
        assertFalse(names.match("a shared"));
    }

    @Test
    void nothingIsIgnoredUnlessItIsNamed() {
        assertFalse(ThreadNames.of("").match(""));
        assertFalse(ThreadNames.of(" , ").match("pool-1"));
    }

    @Test
    void theThreadsOfAPoolAreOfOneKind() {
        assertEquals(ThreadNames.kind("pool-1-thread-2"), ThreadNames.kind("pool-17-thread-999"));
        assertEquals("pool-#-thread-#", ThreadNames.kind("pool-1-thread-2"));
        assertEquals("#", ThreadNames.kind(""));
    }
}
