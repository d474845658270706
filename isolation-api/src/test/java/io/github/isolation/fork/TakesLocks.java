package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Takes one lock twice, in a JVM of its own, which may be denied to write: see {@link FileHoldTest}. */
final class TakesLocks {
    private TakesLocks() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        for (int time = 1; time <= 2; time++) {
            try (FileHold hold = FileHold.acquire(file, pid -> {})) {
                Optional<FileHold> other = FileHold.tryAcquire(file, pid -> {});
                System.out.println(hold != null && other.isEmpty() ? "held" : "not held");
            }
        }
    }
}
