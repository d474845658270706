package reruns;

import io.github.isolation.it.support.Bodies;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Remembers, across JVMs, whether a test has run before in this run of the build. */
final class Attempts {

    private Attempts() {}

    /** Whether this is the first attempt. */
    static boolean isFirst(String test) throws IOException {
        Bodies.ran(test);
        note(test);
        Path visited = Path.of(System.getProperty("basedir"), "target", "visited", System.getProperty("run"), test);
        Files.createDirectories(visited.getParent());
        try {
            Files.createFile(visited);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** What a test can see of it: nothing where no fork of ours runs it. */
    private static void note(String test) throws IOException {
        Path notes = Path.of(System.getProperty("basedir"), "target", "attempts", System.getProperty("run") + ".txt");
        Files.createDirectories(notes.getParent());
        String line = test + " " + System.getProperty("isolation.attempt") + "\n";
        Files.writeString(notes, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
