package aiida;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;

/** The pattern: everybody writes a row with the same label, and takes it out again. */
abstract class Literal {
    @RepeatedTest(30)
    void aComputerIsShown() throws Exception {
        try (Computers computers = new Computers()) {
            computers.add("localhost", "localhost.example.org");
            try {
                assertEquals(Files.readString(Path.of("src/test/golden/computer.txt")), computers.show("localhost"));
                // The work of the test: as long as the row is there, others can collide with it. Nothing is waited for.
                Thread.sleep(5);
            } finally {
                computers.remove("localhost");
            }
        }
    }
}
