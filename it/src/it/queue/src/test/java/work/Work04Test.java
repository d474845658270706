package work;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

final class Work04Test extends WorkContract {
    @Test
    void fails() {
        fail("as it should");
    }
}
