package shop.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.Isolation;
import io.github.isolation.junit.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import shop.Order;

class OrderTest {
    @Fixture("words")
    private Path words;

    @Test
    void theApiIsAModuleAndKnowsTheFork(@Fixture("words") Path again) throws IOException {
        assertEquals("shop.tests", OrderTest.class.getModule().getName());
        assertEquals("shop", Order.class.getModule().getName());
        assertEquals("io.github.isolation.api", Isolation.class.getModule().getName());
        assertTrue(Isolation.fork().slot().matches("[12]"));
        assertTrue(Files.readString(words).contains("tests-in-a-module"));
        assertEquals(words, again);
    }
}
