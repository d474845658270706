package audited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clean: it only looks. In another order, it would see what others leave. */
class AFirstTest {
    /** On a busy machine it takes longer than a build waits for it, and the builds behind the first one start from it. */
    @BeforeAll
    static void waitsForTheArchiveWhereItIsMade() throws Exception {
        if (Boolean.getBoolean("awaits.archive")) {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
            while (!isThere() && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertTrue(isThere());
        }
    }

    /** Where it is not complete yet, its directory has a name with a dot. */
    private static boolean isThere() throws Exception {
        Path archives = Path.of("target/cache/cds");
        if (!Files.isDirectory(archives)) {
            return false;
        }
        try (DirectoryStream<Path> made = Files.newDirectoryStream(archives, "[!.]*")) {
            for (Path directory : made) {
                if (Files.isRegularFile(directory.resolve("archive"))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void looks() {
        assertEquals(0, Registry.NAMES.size()); // here
    }

    @Test
    void looksAtTheClock() {
        assertNotEquals("Antarctica/Troll", TimeZone.getDefault().getID());
    }
}
