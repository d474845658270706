package once;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A class that needs the schema, as eight of them do at the same time. */
abstract class Schema {
    private static final Path NOTES =
            Path.of(System.getProperty("basedir"), "target", "once-" + System.getProperty("run"));

    /** Seven may ask while the eighth makes it. */
    private static final long TAKES_MILLIS = 2000;

    private static Path schema;

    @BeforeAll
    static void makeSchema() throws IOException {
        Files.createDirectories(NOTES);
        schema = Isolation.once("schema", Schema::make);
    }

    @Test
    void isWhole() throws IOException {
        note("paths", schema.toString());
        assertEquals("first half\nsecond half\n", Files.readString(schema.resolve("schema.sql")));
        assertEquals(1, schema.toFile().list().length);
    }

    private static void make(Path empty) throws IOException, InterruptedException {
        note("begun", Isolation.fork().slot());
        Path file = Files.writeString(empty.resolve("schema.sql"), "first half\n");
        Files.writeString(empty.resolve(ProcessHandle.current().pid() + ".lock"), "to be gone in the end");
        TimeUnit.MILLISECONDS.sleep(TAKES_MILLIS);
        if (Boolean.getBoolean("failing")) {
            throw new IllegalStateException("the second half is missing");
        }
        if (Boolean.getBoolean("killed")
                && Files.readAllLines(NOTES.resolve("begun")).size() == 1) {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        }
        Files.writeString(file, "second half\n", StandardOpenOption.APPEND);
        Files.delete(empty.resolve(ProcessHandle.current().pid() + ".lock"));
        note("made", Isolation.fork().slot());
    }

    private static void note(String file, String line) throws IOException {
        Files.writeString(NOTES.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
