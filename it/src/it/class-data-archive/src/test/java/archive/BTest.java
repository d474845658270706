package archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** In one of the runs, without isolation, a hand that damages the archive. */
class BTest {
    @Test
    void passes() {}

    @Test
    @EnabledIfSystemProperty(named = "run", matches = "damages")
    void damages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("basedir"), "target", "cache", "cds"))) {
            List<Path> archives = files.filter(file -> file.endsWith("archive")).toList();
            assertEquals(1, archives.size());
            try (RandomAccessFile archive = new RandomAccessFile(archives.get(0).toFile(), "rw")) {
                archive.seek(archive.length() / 2);
                archive.write(new byte[4096]);
            }
        }
    }
}
