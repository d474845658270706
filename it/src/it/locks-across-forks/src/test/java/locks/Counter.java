package locks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A number in a file, which is read, raised and written without any care. */
final class Counter {
    private static final Path DIRECTORY = Path.of(System.getProperty("basedir"), "target", "counters");

    private Counter() {}

    static void raise(String name) throws IOException {
        Path file = file(name);
        String text = Files.exists(file) ? Files.readString(file) : "0";
        Files.writeString(file, Integer.toString(Integer.parseInt(text.isEmpty() ? "0" : text) + 1));
    }

    static void note(String name, String line) throws IOException {
        Files.writeString(file(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static Path file(String name) throws IOException {
        Files.createDirectories(DIRECTORY);
        return DIRECTORY.resolve(System.getProperty("run") + "-" + name);
    }
}
