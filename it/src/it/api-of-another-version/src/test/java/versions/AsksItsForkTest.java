package versions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AsksItsForkTest {
    @Test
    void itIsNamed() throws IOException {
        Notes.take(AsksItsForkTest.class);
        assertEquals("orders-fork1", Isolation.name("orders"));
    }
}
