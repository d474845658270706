package changes;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What this JVM is, as it was before any test changed it, and as tests see it now. */
final class Here {
    static final String RUN = System.getProperty("run");
    static final int FORKS = Isolation.fork().count();
    static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    static final Path MODULE = Path.of(System.getProperty("basedir"));
    private static final long PID = ProcessHandle.current().pid();
    static final String AT_FIRST = Asks.now();
    private static final URL JAR =
            Isolation.class.getProtectionDomain().getCodeSource().getLocation();

    private Here() {}

    /** {@link Asks#now()}, asked of our jar in a class loader that has it to itself, as frameworks make them. */
    static String inAnotherLoader() throws ReflectiveOperationException, IOException {
        URL tests = Here.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {tests, JAR}, ClassLoader.getPlatformClassLoader())) {
            return (String) loader.loadClass("changes.Asks").getMethod("now").invoke(null);
        }
    }

    /** Notes that a test ran here, whatever is reported. */
    static void ran(String test) {
        append("bodies", RUN + ".txt", test);
        append("jvms", RUN + "-" + PID + ".txt", AT_FIRST);
    }

    /** Waits until each fork runs a test that does so. */
    static void awaitAllForks() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        append("arrived", RUN + "-" + PID, "");
        while (arrived() < FORKS) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(arrived() + " of " + FORKS + " forks came here within a minute");
            }
            Thread.sleep(10);
        }
    }

    private static long arrived() throws IOException {
        try (var files = Files.list(MODULE.resolve("target/arrived"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(RUN))
                    .count();
        }
    }

    private static void append(String directory, String file, String line) {
        try {
            Path place = Files.createDirectories(MODULE.resolve("target").resolve(directory));
            Files.writeString(place.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
