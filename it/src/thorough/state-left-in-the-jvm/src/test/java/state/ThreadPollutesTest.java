package state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Starts a thread that writes a file again and again, and nobody ends it. */
class ThreadPollutesTest {
    static final String NAME = "poller";

    @Test
    void pollutes() {
        Thread thread = new Thread(ThreadPollutesTest::poll, NAME);
        thread.setDaemon(true);
        thread.start();
    }

    private static void poll() {
        while (true) {
            try {
                Files.writeString(Path.of("target/poll.txt"), "polled"); // here
                Thread.sleep(20);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
