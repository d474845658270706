package patched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.FreshWorker;
import io.github.isolation.Isolation;
import io.github.isolation.junit.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@FreshWorker
class QueueTest {
    @Fixture("words")
    private Path field;

    @Test
    void aModuleThatTestsAreAPartOf(@Fixture("words") Path words) {
        assertEquals("patched", QueueTest.class.getModule().getName());
        assertEquals("io.github.isolation.api", Isolation.class.getModule().getName());
        assertTrue(Queue.of("orders").name().matches("orders-fork[12]"));
        assertTrue(Files.isRegularFile(words));
        assertEquals(words, field);
    }
}
