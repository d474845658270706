package prints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Prints past Java: a child process that inherits the streams writes where native code does. */
class PrintsTest {
    @Test
    void printsFromOutsideOfJava() throws Exception {
        System.out.println("a line from Java");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "echo a line from outside; echo another one >&2");
        assertEquals(0, shell.inheritIO().start().waitFor());
    }
}
