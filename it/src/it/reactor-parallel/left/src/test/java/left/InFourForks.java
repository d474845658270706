package left;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A class that does not start before four forks of both modules have: so all eight, and their servers, run side by side. */
abstract class InFourForks {

    @BeforeAll
    static void takeNotes(TestInfo info) throws IOException, InterruptedException {
        Notes.take(info.getTestClass().orElseThrow());
        Notes.awaitForks(4);
        Notes.awaitForks(4, Path.of("../right"));
    }

    @Test
    void findsItsOwnServer() throws IOException {
        try (Socket server = new Socket("127.0.0.1", Integer.getInteger("echo.port"))) {
            assertEquals(
                    System.getProperty("echo.name"),
                    new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
