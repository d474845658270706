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

    /** Those who ask while it is made are to wait for it. */
    private static final long TAKES_MILLIS = 2000;

    private static final int FORKS = 8;

    private static Path schema;

    @BeforeAll
    static void makeSchema() throws IOException {
        Files.createDirectories(NOTES);
        note("asking", Isolation.fork().slot());
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
        boolean isFirst = Files.readAllLines(NOTES.resolve("begun")).size() == 1;
        if (Boolean.getBoolean("killed") && isFirst) {
            awaitAllForks();
        }
        TimeUnit.MILLISECONDS.sleep(TAKES_MILLIS);
        if (Boolean.getBoolean("failing")) {
            throw new IllegalStateException("the second half is missing");
        }
        if (Boolean.getBoolean("killed") && isFirst) {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        }
        Files.writeString(file, "second half\n", StandardOpenOption.APPEND);
        Files.delete(empty.resolve(ProcessHandle.current().pid() + ".lock"));
        note("made", Isolation.fork().slot());
    }

    /** On a busy machine the last JVM starts long after the first one. */
    private static void awaitAllForks() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (Files.readAllLines(NOTES.resolve("asking")).size() < FORKS && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void note(String file, String line) throws IOException {
        Files.writeString(NOTES.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
