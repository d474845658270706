package faults;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Leaves a file where the directory of its fork was, so that no worker can be started there any more. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VandalTest {

    @Test
    @Order(1)
    void before() {}

    @Test
    @Order(2)
    void breaksTheForkAndDies() throws IOException {
        Path directory = Isolation.fork().directory();
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
        Files.createFile(directory);
        Runtime.getRuntime().halt(3);
    }

    @Test
    @Order(3)
    void after() {}
}
