package changes;

import io.github.isolation.Isolation;
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
        // Without isolation this would be the machine's, which belongs to everybody.
        Path own = Here.TEMPORARY;
        boolean inTheFork = own.equals(Isolation.fork().directory().resolve("tmp"))
                && own.startsWith(Here.MODULE.resolve("target"));
        boolean shortOne =
                own.endsWith("t") && own.getParent().getFileName().toString().startsWith("iso-");
        if (Isolation.fork().isMain() || !(inTheFork || shortOne)) {
            throw new AssertionError(Here.TEMPORARY + " is not this fork's own, so it is not deleted");
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(own)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
        System.setProperty("java.io.tmpdir", Here.TEMPORARY.toString());
    }
}
