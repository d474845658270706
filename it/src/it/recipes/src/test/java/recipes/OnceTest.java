package recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import io.github.isolation.OnceScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Once for all forks. */
class OnceTest {
    @Test
    void theSchemaIsGeneratedOnce() throws IOException {
        Path schema = Isolation.once("schema", directory -> Schema.generate(directory));
        assertEquals("create table", Files.readString(schema.resolve("schema.sql")));

        Path index = Isolation.once("index-" + Schema.VERSION, OnceScope.USER, directory -> Schema.index(directory));
        assertEquals("index", Files.readString(index.resolve("index.bin")));
    }

    /** Stands for what takes long. */
    static final class Schema {
        static final String VERSION = "1";

        private Schema() {}

        static void generate(Path directory) throws IOException {
            Files.writeString(directory.resolve("schema.sql"), "create table");
        }

        static void index(Path directory) throws IOException {
            Files.writeString(directory.resolve("index.bin"), "index");
        }
    }
}
