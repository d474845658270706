package old;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Raises a number in a file, which another class does as well, without any care but the lock. */
class CountsTest {
    @RepeatedTest(50)
    @ResourceLock("number")
    void raisesTheNumber() throws IOException {
        Path file = Path.of(System.getProperty("basedir"), "target", System.getProperty("run") + "-number");
        Files.createDirectories(file.getParent());
        String text = Files.exists(file) ? Files.readString(file) : "0";
        Files.writeString(file, Integer.toString(Integer.parseInt(text) + 1));
    }
}
