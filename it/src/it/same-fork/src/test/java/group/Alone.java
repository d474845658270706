package group;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

/** Wants no particular fork. It ends when another one has had a class: one that starts early does not run all of them. */
abstract class Alone extends Where {
    @AfterAll
    static void somebodyElseRunsAsWell() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!hasBegunElsewhere() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static boolean hasBegunElsewhere() throws IOException {
        try (Stream<Path> notes = Files.list(Path.of(System.getProperty("basedir"), "target", "where"))) {
            List<Path> all = notes.toList();
            for (Path note : all) {
                String text = Files.readString(note);
                if (!text.isEmpty() && !text.startsWith(Isolation.fork().slot() + " ")) {
                    return true;
                }
            }
            return false;
        }
    }
}
