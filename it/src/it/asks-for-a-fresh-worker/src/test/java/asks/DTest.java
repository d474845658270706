package asks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Asks, in the middle of the class, for its worker to be replaced. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class DTest extends TakesNotes {
    private static final Path JOURNAL = Path.of("target", "notes", "journal.txt");

    @Test
    void asksAndStillHasItsResult() throws Exception {
        write("asks");
        Runtime.getRuntime().addShutdownHook(new Thread(DTest::writeWhatTheListenerDoes));
        Isolation.retire("after a wish");
    }

    @Test
    void breaksAfterwards() throws Exception {
        write("breaks");
        assertEquals(1, 2, "a failure of its own");
    }

    @Test
    void thenTheRest() throws Exception {
        write("rest");
    }

    /** A JVM waits 300 ms before it exits if a thread, such as one that listens to a socket, is in native code. */
    private static void writeWhatTheListenerDoes() {
        Thread listener = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("surefire-forkedjvm-command-thread"))
                .findAny()
                .orElseThrow();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (listener.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        try {
            Files.writeString(
                    Path.of("target", "notes", "listener.txt"),
                    listener.getState().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String test) throws Exception {
        String line = test + " " + ProcessHandle.current().pid();
        Files.write(JOURNAL, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
