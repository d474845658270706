package live;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Goes on until the line has named it beside the test of the other module, and prints in all ways meanwhile. */
class BWatchedTest {
    /** What the terminal was sent so far; empty if nobody looks. */
    private static final String SHOWN = System.getProperty("shown", "");

    @Test
    void isNamedInTheLine() throws Exception {
        for (int i = 0; i < 300; i++) {
            System.out.println("b " + i);
        }
        awaitLine();
        System.out.print("b: \u001b[32mhalf a line, ");
        Thread.sleep(500); // in which the line could come, if it did not wait for the other half
        System.out.println("the other half\u001b[m");
        System.out.print("1 %\r50 %\r100 %\n");
        System.err.println("b to the other stream");
        assertNotEquals("b", System.getProperty("fails"), "as it was told");
    }

    /** The two together show that there is one line for both. */
    private static void awaitLine() throws Exception {
        String both = "AWatchedTest for .*BWatchedTest for |BWatchedTest for .*AWatchedTest for ";
        String awaited = Boolean.getBoolean("alone") ? "BWatchedTest for " : both;
        while (!SHOWN.isEmpty()
                && Files.readString(Path.of(SHOWN), StandardCharsets.ISO_8859_1)
                        .lines()
                        .noneMatch(line -> line.matches(".*(" + awaited + ").*"))) {
            Thread.sleep(20);
        }
    }
}
