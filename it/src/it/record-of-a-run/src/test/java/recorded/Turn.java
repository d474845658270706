package recorded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Four classes want one lock, and two forks run them. Whoever has it keeps it until the next class is about to want it, and then a
 * little longer, so that somebody has waited however slow the machine is.
 */
final class Turn {
    private static final int CLASSES = 4;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final int number;

    private Turn(int number) {
        this.number = number;
    }

    private static Path marker(int number) {
        return Path.of("target", "turns", String.valueOf(number));
    }

    /** A class begins, and is going to want the lock. */
    static Turn begin() throws IOException {
        Files.createDirectories(marker(0).getParent());
        for (int number = 1; ; number++) {
            try {
                Files.createFile(marker(number));
                return new Turn(number);
            } catch (FileAlreadyExistsException e) {
                // it is another's
            }
        }
    }

    /** It has the lock, and keeps it until the next one wants it. */
    void keep() throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (number < CLASSES
                && !Files.exists(marker(number + 1))
                && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(300);
    }
}
