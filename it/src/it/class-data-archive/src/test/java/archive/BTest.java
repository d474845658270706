package archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Archives;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Waits for the archive where one is made; in one of the runs, without isolation, a hand that damages it. */
class BTest {
    private static final Path CACHE = Path.of(System.getProperty("isolation.cacheDirectory", ""));

    private static final int FLIPPED = 200;

    /** What the JVM itself checks, and then starts without. */
    private static final int HEADER = 1 << 16;

    @Test
    void passes() {}

    @Test
    @EnabledIfSystemProperty(named = "run", matches = "(re)?makes.*")
    void waitsUntilItIsThere() throws IOException, InterruptedException {
        Archives.await(CACHE);
        assertEquals(1, Archives.published(CACHE).size());
    }

    @Test
    @EnabledIfSystemProperty(named = "run", matches = "damages")
    void damagesItAndSetsItsTimeBack() throws IOException {
        Path archive = Archives.published(CACHE).get(0);
        FileTime before = Files.getLastModifiedTime(archive);
        flipBits(archive);
        Files.setLastModifiedTime(archive, before);
    }

    /** As a disk does: for everybody who does not read all of it, it is the file that it was. */
    @Test
    @EnabledIfSystemProperty(named = "run", matches = "rots.*")
    void rots() throws IOException {
        Path archive = Archives.published(CACHE).get(0);
        Path sum = archive.resolveSibling("sum");
        String content = Files.readString(sum).split(" ", 2)[0];
        invert(archive);
        BasicFileAttributes now = Files.readAttributes(archive, BasicFileAttributes.class);
        Files.writeString(
                sum,
                content + " " + now.size() + "/" + now.lastModifiedTime().toMillis() + "/" + now.fileKey() + "/"
                        + Files.getAttribute(archive, "unix:ctime"));
    }

    /** Where classes and methods are; with less of it damaged, it is for chance to say whether a worker dies, and with all, a JVM may see it. */
    private static void invert(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = HEADER; i < bytes.length / 4; i++) {
            bytes[i] ^= (byte) 0xff;
        }
        Files.write(file, bytes);
    }

    private static void flipBits(Path file) throws IOException {
        Random places = new Random(6);
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = 0; i < FLIPPED; i++) {
                long place = HEADER + (long) (places.nextDouble() * (archive.length() - HEADER));
                archive.seek(place);
                int read = archive.read();
                archive.seek(place);
                archive.write(read ^ (1 << places.nextInt(8)));
            }
        }
    }
}
