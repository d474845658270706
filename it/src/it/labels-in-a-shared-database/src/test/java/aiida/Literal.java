package aiida;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** The pattern: everybody writes a row with the same label, and takes it out again. */
abstract class Literal {
    /** Four forks meet here, before one of them has done it all. */
    @BeforeAll
    static void nobodyIsAlone() throws Exception {
        Path here = Files.createDirectories(Path.of("target", "literal-forks"));
        Files.write(here.resolve(Long.toString(ProcessHandle.current().pid())), new byte[0]);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (Objects.requireNonNull(here.toFile().list()).length < 4 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

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
