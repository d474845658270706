package changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No place for temporary files. */
class ETemporaryTest extends Stays {
    @Test
    void change() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(Here.TEMPORARY)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
        System.setProperty("java.io.tmpdir", Here.TEMPORARY.toString());
    }
}
