package group;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

/** Costs its fork a worker, not the group its fork. */
@SameFork("printer")
class CrashesInTheGroupTest extends Where {
    @Test
    void crashes() {
        Runtime.getRuntime().halt(3);
    }
}
