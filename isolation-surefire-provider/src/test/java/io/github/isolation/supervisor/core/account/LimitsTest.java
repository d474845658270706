package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event.TimeLimited;
import org.junit.jupiter.api.Test;

/** What a class says of its own time goes before what the build says of all classes. */
class LimitsTest {
    private static final Limits CONFIGURED = new Limits(30_000, 300_000, 60_000);

    @Test
    void aClassWithoutLimitsOfItsOwnHasThoseOfTheBuild() {
        assertEquals(CONFIGURED, CONFIGURED.with(null));
        assertEquals(CONFIGURED, CONFIGURED.with(new TimeLimited(-1, -1)));
    }

    @Test
    void eachLimitIsReplacedByItself() {
        assertEquals(new Limits(5_000, 300_000, 60_000), CONFIGURED.with(new TimeLimited(5_000, -1)));
        assertEquals(new Limits(30_000, 5_000, 60_000), CONFIGURED.with(new TimeLimited(-1, 5_000)));
    }

    @Test
    void aClassMayTakeForEver() {
        assertEquals(new Limits(0, 0, 60_000), CONFIGURED.with(new TimeLimited(0, 0)));
    }
}
