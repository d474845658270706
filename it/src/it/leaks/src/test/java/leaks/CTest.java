package leaks;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves a process behind, and a big file that is deleted and still open. */
class CTest {
    private static final List<OutputStream> OPEN = new ArrayList<>();

    @Test
    void startsAProcessAndKeepsAFileOpen() throws Exception {
        new ProcessBuilder("sleep", "30").start();
        Path file = Files.createTempFile("kept-open", null);
        OutputStream stream = Files.newOutputStream(file);
        stream.write(new byte[3 << 20]);
        Files.delete(file);
        OPEN.add(stream);
    }
}
