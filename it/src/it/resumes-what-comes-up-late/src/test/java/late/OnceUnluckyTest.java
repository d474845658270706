package late;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Crashes in its third step, but only the first time. */
public class OnceUnluckyTest implements Steps {
    @Override
    public void step(int number) {
        Bodies.ran("OnceUnluckyTest#step" + number);
        if (number == 3 && isFirstTime()) {
            Crash.here();
        }
    }

    private static boolean isFirstTime() {
        try {
            Files.createFile(Path.of(System.getProperty("basedir"), "target", System.getProperty("run") + ".unlucky"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
