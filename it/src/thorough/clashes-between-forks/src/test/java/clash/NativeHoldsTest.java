package clash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What another process does with a file is seen by nobody: only that the file is another one behind the class. */
class NativeHoldsTest {
    @Test
    void holds() throws Exception {
        shell("echo one > target/native.txt");
        Moments.SHORT.holds();
        shell("grep -q one target/native.txt");
    }

    static void shell(String command) throws Exception {
        assertEquals(0, new ProcessBuilder("sh", "-c", command).start().waitFor(), command);
    }
}
