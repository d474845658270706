package recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places that each fork has to itself because the POM asks for it. */
class OwnPlacesTest {
    @Test
    void homeWorkingDirectoryAndNamedPropertiesAreTheForks() throws IOException {
        Path fork = Isolation.fork().directory();
        assertEquals(fork.resolve("home"), Path.of(System.getProperty("user.home")));
        assertEquals(fork.resolve("home").toString(), System.getenv("HOME"));
        assertEquals(fork.resolve("work").toRealPath(), Path.of("").toRealPath());
        assertTrue(Path.of(System.getProperty("derby.system.home")).startsWith(fork));
        assertTrue(Files.isDirectory(Path.of(System.getProperty("java.util.prefs.userRoot"))));
        assertTrue(Files.isRegularFile(Path.of(System.getProperty("basedir"), "pom.xml")));
    }

    @Test
    void theWorkerHasItsShareOfTheMachine() {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        assertTrue(options.contains("-XX:MaxRAMPercentage=18.75"), options::toString);
        assertTrue(
                options.stream().anyMatch(option -> option.startsWith("-XX:ActiveProcessorCount=")), options::toString);
    }
}
