package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import net.jqwik.api.Example;

/** When it is worth a line that one fork worked alone. */
class LastForkTest {
    private final LastFork fork = new LastFork();

    @Example
    void itCountsFromWhenTheLastButOneWasThrough() {
        fork.saw(null, 0);
        fork.saw("a.A", 10_000);
        fork.saw("a.B", 12_000);
        String line = fork.notice(15_250, 15_250).map(Logged::message).orElse("");
        assertTrue(line.contains("alone for 5.2 s of 15.2 s, at last at a.B."), line);
    }

    @Example
    void whoGotCompanyAgainWasNotAlone() {
        fork.saw("a.A", 1_000);
        fork.saw(null, 9_000);
        assertFalse(fork.notice(10_000, 10_000).isPresent());
        fork.saw("a.A", 10_000);
        assertFalse(fork.notice(14_999, 14_999).isPresent(), "less than five seconds");
        assertTrue(fork.notice(15_000, 15_000).isPresent());
    }

    @Example
    void aTenthOfTheRunIsWorthALine() {
        fork.saw("a.A", 90_001);
        assertFalse(fork.notice(100_000, 100_000).isPresent());
        assertTrue(fork.notice(100_000, 100_001).isPresent());
    }

    @Example
    void whereNobodyWasAloneNothingIsSaid() {
        fork.saw(null, 0);
        assertEquals(0, fork.notice(50_000, 50_000).stream().count());
    }
}
