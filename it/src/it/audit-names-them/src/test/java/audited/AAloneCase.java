package audited;

import io.github.isolation.FreshWorker;
import org.junit.jupiter.api.Test;

/** Only in the trials: what runs behind it there would run where nobody has left anything. */
@FreshWorker
class AAloneCase {
    @Test
    void runs() {}
}
