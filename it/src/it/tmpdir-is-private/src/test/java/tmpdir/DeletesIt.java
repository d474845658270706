package tmpdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tidies up more than it should. */
class DeletesIt {
    @Test
    void deletesEverything() throws IOException {
        Path tmpdir = Path.of(System.getProperty("java.io.tmpdir"));
        // Without isolation this would be the machine's, which belongs to everybody.
        boolean inTheFork = tmpdir.startsWith(Path.of(System.getProperty("basedir"), "target"));
        boolean shortOne = tmpdir.endsWith("t")
                && tmpdir.getParent().getFileName().toString().startsWith("iso-");
        if (System.getProperty("isolation.fork") == null || !(inTheFork || shortOne)) {
            throw new AssertionError(tmpdir + " is not this fork's own, so it is not deleted");
        }
        try (Stream<Path> all = Files.walk(tmpdir)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
