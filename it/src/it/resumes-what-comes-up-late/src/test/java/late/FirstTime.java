package late;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must happen only once in a build, whatever worker it is in. */
final class FirstTime {
    private FirstTime() {}

    static boolean of(String what) {
        try {
            Path directory = Path.of(System.getProperty("basedir"), "target", "first", System.getProperty("run"));
            Files.createFile(Files.createDirectories(directory).resolve(what));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
