package reruns;

import io.github.isolation.it.support.Bodies;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers, across JVMs, whether a test has run before in this run of the build. */
final class Attempts {

    private Attempts() {}

    /** Whether this is the first attempt. */
    static boolean isFirst(String test) throws IOException {
        Bodies.ran(test);
        Path visited = Path.of(System.getProperty("basedir"), "target", "visited", System.getProperty("run"), test);
        Files.createDirectories(visited.getParent());
        try {
            Files.createFile(visited);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
