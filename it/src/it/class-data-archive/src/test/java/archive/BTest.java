package archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Waits for the archive where one is made; in one of the runs, without isolation, a hand that damages it. */
class BTest {
    private static final Path ARCHIVES = Path.of(System.getProperty("basedir"), "target", "cache", "cds");

    @Test
    void passes() {}

    /** On a busy machine it takes longer than a build waits for it. */
    @Test
    @EnabledIfSystemProperty(named = "run", matches = "makes|survives")
    void waitsUntilItIsThere() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (published().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertEquals(1, published().size());
    }

    @Test
    @EnabledIfSystemProperty(named = "run", matches = "damages")
    void damages() throws IOException {
        assertEquals(1, published().size());
        try (RandomAccessFile archive = new RandomAccessFile(published().get(0).toFile(), "rw")) {
            archive.seek(archive.length() / 2);
            archive.write(new byte[4096]);
        }
    }

    /** What is complete has a directory with a name of its own. */
    private static List<Path> published() throws IOException {
        if (!Files.isDirectory(ARCHIVES)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(ARCHIVES)) {
            return directories
                    .filter(directory -> !directory.getFileName().toString().startsWith("."))
                    .map(directory -> directory.resolve("archive"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
