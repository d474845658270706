package settings;

import io.github.isolation.Isolation;
import io.github.isolation.it.support.Bodies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Notes which copies the classes before it have left, for a run whose directory the next one uses again. */
class SeesCopiesTest {

    @Test
    void notes() throws IOException {
        try (Stream<Path> copies = Files.list(Isolation.fork().directory().resolve("copies"))) {
            copies.forEach(copy -> Bodies.ran("left: " + copy.getFileName()));
        }
    }
}
