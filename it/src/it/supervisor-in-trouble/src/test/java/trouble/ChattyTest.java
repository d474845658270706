package trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints more than a supervisor keeps in memory. */
class ChattyTest {
    private static final int LINES = 3_000;

    @Test
    void prints() throws IOException {
        if (Boolean.getBoolean("vandal")) {
            leaveNoPlace(Path.of("target/isolation/runs", System.getProperty("isolation.run")));
        }
        for (int i = 0; i < LINES; i++) {
            System.out.println("x".repeat(1_000));
        }
    }

    @Test
    void hasTemporaryFilesOfItsOwn() throws IOException {
        Files.delete(Files.createTempFile("chatty", null));
    }

    private static void leaveNoPlace(Path run) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(run)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
        Files.createFile(run);
    }
}
