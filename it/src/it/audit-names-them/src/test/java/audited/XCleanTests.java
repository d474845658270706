package audited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Twenty tests, each of which does what tests do, and leaves nothing behind that another could mind. */
abstract class XCleanTests {
    private static final Map<String, Integer> CACHE = new HashMap<>();
    private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);

    @BeforeEach
    void fillAndEmpty() {
        CACHE.put("a", 1);
        CACHE.remove("a");
        BUFFER.get().append("a");
    }

    @RepeatedTest(5)
    void files(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "a");
        Files.move(file, file.resolveSibling("b"));
        Files.createDirectories(Path.of("target/clean-directory"));
        Path own = Files.createTempDirectory(Path.of("target"), "clean");
        Files.delete(Files.createFile(own.resolve("x")));
        Files.delete(own);
        try (InputStream words = getClass().getResourceAsStream("/words.txt")) {
            assertEquals("words", new String(words.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        Path named = Path.of("target", getClass().getSimpleName());
        Files.writeString(named, "its own");
        Files.delete(named);
    }

    @RepeatedTest(5)
    void ports() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                DatagramSocket datagrams = new DatagramSocket()) {
            assertEquals(server.getLocalPort(), client.getPort());
            assertTrue(datagrams.isBound());
        }
    }

    @RepeatedTest(5)
    void threads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertEquals(
                    "ab",
                    pool.submit(() -> Files.readString(Path.of("src/test/resources/words.txt"))
                                                    .length()
                                            > 0
                                    ? "ab"
                                    : "")
                            .get());
        } finally {
            pool.shutdownNow();
            assertTrue(pool.awaitTermination(1, TimeUnit.MINUTES));
        }
    }

    @RepeatedTest(5)
    void jvm() {
        Locale before = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        PrintStream out = System.out;
        String name = "clean." + getClass().getSimpleName();
        System.setProperty(name, "set");
        try {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        } finally {
            System.setOut(out);
            TimeZone.setDefault(zone);
            Locale.setDefault(before);
            System.clearProperty(name);
        }
    }
}

class XClean0Test extends XCleanTests {}

class XClean1Test extends XCleanTests {}

class XClean2Test extends XCleanTests {}

class XClean3Test extends XCleanTests {}

class XClean4Test extends XCleanTests {}

class XClean5Test extends XCleanTests {}

class XClean6Test extends XCleanTests {}

class XClean7Test extends XCleanTests {}

class XClean8Test extends XCleanTests {}

class XClean9Test extends XCleanTests {}
