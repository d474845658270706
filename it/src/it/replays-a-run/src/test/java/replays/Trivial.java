package replays;

import io.github.isolation.Isolation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What most classes are. */
abstract class Trivial {
    private static final int FORKS = Integer.getInteger("forks", 0);

    /** A fork that starts late finds something to do all the same: nobody goes on before each has begun. */
    @Test
    void passes() throws Exception {
        Path begun = Path.of("target", "begun", System.getProperty("run"));
        Files.createDirectories(begun);
        Files.writeString(begun.resolve(Isolation.fork().slot()), "");
        while (begun.toFile().list().length < FORKS) {
            Thread.sleep(10);
        }
    }
}
