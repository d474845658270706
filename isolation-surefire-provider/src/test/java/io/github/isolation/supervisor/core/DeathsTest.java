package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of workers that are gone. */
class DeathsTest {
    private final Deaths deaths = new Deaths(Configured.lanes(1).settings());

    @Test
    void whoSaysGoodbyeAndDoesNotExitIsNamed() {
        Logged line =
                describe(new DeathReason.Retired("after every class", null)).orElseThrow();
        assertEquals(LogLevel.WARNING, line.level());
        assertTrue(String.valueOf(line.message()).contains("did not exit in time"), line::toString);
    }

    @Test
    void whoSaysGoodbyeAndExitsIsNot() {
        assertEquals(Optional.empty(), describe(new DeathReason.Retired("after every class", Obituary.of(0))));
    }

    private Optional<Logged> describe(DeathReason reason) {
        return deaths.describe(reason, new Lane(1, () -> 1), new ClassRun(Unit.NONE, () -> 1), false);
    }
}
