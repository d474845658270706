package hangs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Waits in the kernel for bytes that nobody writes, after it has started processes that wait as well. */
class NativeReadTest extends Three {

    @Override
    void hang() throws IOException, InterruptedException {
        new ProcessBuilder("sleep", "86413").start();
        // The shell ends at once, and this one has no parent to be found by.
        new ProcessBuilder("sh", "-c", "sleep 86414 &").start().waitFor();
        Path pipe = Files.createTempDirectory("pipe").resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        // Opened for writing too, or the opening itself would wait.
        try (RandomAccessFile both = new RandomAccessFile(pipe.toFile(), "rw")) {
            readForEver(both);
        }
    }

    private static void readForEver(RandomAccessFile pipe) throws IOException {
        throw new IllegalStateException("somebody wrote " + pipe.read());
    }
}
