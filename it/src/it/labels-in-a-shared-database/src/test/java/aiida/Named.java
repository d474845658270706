package aiida;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;

/** The same with a name of the fork's own, and the same golden file. */
abstract class Named {
    @RepeatedTest(30)
    void aComputerIsShown() throws Exception {
        String localhost = Isolation.name("localhost");
        try (Computers computers = new Computers()) {
            computers.add(localhost, localhost + ".example.org");
            try {
                assertEquals(
                        Files.readString(Path.of("src/test/golden/computer.txt")),
                        Isolation.normalize(computers.show(localhost)));
                // The work of the test: as long as the row is there, others can collide with it. Nothing is waited for.
                Thread.sleep(5);
            } finally {
                computers.remove(localhost);
            }
        }
    }
}
