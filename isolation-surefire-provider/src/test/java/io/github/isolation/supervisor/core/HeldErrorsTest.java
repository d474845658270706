package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.ExitError;
import org.junit.jupiter.api.Test;

/** What may be somebody's last words is held back; a stream of errors is not, and takes no memory. */
class HeldErrorsTest {
    @Test
    void tenMayBeLastWordsAndWhatFollowsIsNone() {
        HeldErrors errors = new HeldErrors();
        for (int i = 0; i < 10; i++) {
            assertTrue(errors.hold(new ExitError(null)));
        }
        assertFalse(errors.hold(new ExitError(null)));
        assertEquals(10, errors.release().size());
        assertTrue(errors.hold(new ExitError(null)));
    }
}
