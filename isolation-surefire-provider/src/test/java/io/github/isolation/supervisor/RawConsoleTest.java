package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Lines of a worker past Java: on the standard error of the process, as they are, whoever has taken {@code System.err}. */
final class RawConsoleTest {
    @Test
    void aLineIsShownAsItIs() throws Exception {
        Process shows = start("few");
        assertEquals(
                "WARNING: a JVM says this" + System.lineSeparator() + "  and this\t." + System.lineSeparator(),
                text(shows.getErrorStream()));
        assertEquals("done", text(shows.getInputStream()).strip());
        assertEquals(0, shows.waitFor());
    }

    /** Maven is gone. */
    @Test
    void whereNobodyListensAnyMoreItIsLeftAlone() throws Exception {
        Process shows = start("many");
        shows.getErrorStream().close();
        assertEquals("done", text(shows.getInputStream()).strip());
        assertEquals(0, shows.waitFor());
    }

    private static Process start(String howMany) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Shows.class.getName(),
                        howMany)
                .start();
        process.getOutputStream().close();
        return process;
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A supervisor, whose {@code System.err} Surefire has taken for the output of tests. */
    static final class Shows {
        private Shows() {}

        public static void main(String[] arguments) {
            System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            int lines = arguments[0].equals("many") ? 20_000 : 1;
            for (int i = 0; i < lines; i++) {
                RawConsole.print("WARNING: a JVM says this");
            }
            RawConsole.print("  and this\t.");
            System.out.println("done");
        }
    }
}
