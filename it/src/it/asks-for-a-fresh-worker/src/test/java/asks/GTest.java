package asks;

import io.github.isolation.FreshWorker;
import io.github.isolation.TimeLimit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Has all that is without effect where it stands. */
class GTest extends KeptTogether {
    @Nested
    @FreshWorker
    @TimeLimit(perTest = 1)
    class Inner {
        @Test
        void passes() {}
    }
}
