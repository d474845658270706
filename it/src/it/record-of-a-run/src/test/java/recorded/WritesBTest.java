package recorded;

import io.github.isolation.TimeLimit;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@TimeLimit(perTest = 30)
class WritesBTest {
    private static Turn turn;

    @BeforeAll
    static void begin() throws IOException {
        turn = Turn.begin();
    }

    @Test
    @ResourceLock("file")
    void writes() throws InterruptedException {
        turn.keep();
    }
}
