package io.github.isolation.agent.subject;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Security;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a JVM with the agent runs. Each method is a test by that name; each line that ends with a mark is to be found, by this
 * kind, with a resource that ends so, and no other line is.
 */
@SuppressWarnings({"DefaultCharset", "StreamResourceLeak", "ReturnValueIgnored", "FutureReturnValueIgnored"})
public final class Subject {
    private static final InetAddress HOST = InetAddress.getLoopbackAddress();

    private Subject() {}

    static void streams(Path at) throws Exception {
        new FileOutputStream(at + "/a").close(); // WRITE /a
        new FileInputStream(at + "/a").close(); // READ /a
        new FileWriter(at + "/b").close(); // WRITE /b
        new FileReader(at + "/b").close(); // READ /b
        new PrintStream(at + "/c").close(); // WRITE /c
        new RandomAccessFile(at + "/a", "r").close();
        new RandomAccessFile(at + "/d", "rw").close(); // WRITE /d
    }

    static void files(Path at) throws Exception {
        File file = new File(at.toFile(), "e");
        file.createNewFile(); // CREATE /e
        file.renameTo(new File(at.toFile(), "f")); // MOVE /e MOVE /f
        new File(at.toFile(), "f").delete(); // DELETE /f
        new File(at.toFile(), "g").mkdirs(); // MAKE_DIRECTORY /g
        new File(at.toFile(), "g").list(); // LIST /g
        new File(at.toFile(), "h").deleteOnExit(); // DELETE /h
    }

    static void channels(Path at) throws Exception {
        Files.writeString(at.resolve("a"), "text"); // WRITE /a
        Files.readString(at.resolve("a")); // READ /a
        Files.newOutputStream(at.resolve("b")).close(); // WRITE /b
        Files.newInputStream(at.resolve("b")).close(); // READ /b
        Files.createFile(at.resolve("c")); // CREATE /c
        FileChannel.open(at.resolve("c"), StandardOpenOption.READ).close(); // READ /c
        AsynchronousFileChannel.open(at.resolve("c"), StandardOpenOption.WRITE).close(); // WRITE /c
        Files.readAllLines(at.resolve("b"));
        Files.newBufferedWriter(at.resolve("e")).close(); // WRITE /e
    }

    static void paths(Path at) throws Exception {
        Files.createFile(at.resolve("a")); // CREATE /a
        Files.createDirectory(at.resolve("k")); // MAKE_DIRECTORY /k
        Files.list(at.resolve("k")).close(); // LIST /k
        Files.copy(at.resolve("a"), at.resolve("l")); // READ /a WRITE /l
        Files.move(at.resolve("l"), at.resolve("m")); // MOVE /l MOVE /m
        Files.createSymbolicLink(at.resolve("n"), at.resolve("m")); // LINK /n
        Files.readString(at.resolve("n")); // READ /m
        Files.createLink(at.resolve("o"), at.resolve("m")); // LINK /o
        Files.delete(at.resolve("o")); // DELETE /o
        Files.deleteIfExists(at.resolve("n")); // DELETE /n
    }

    static void ports(Path at) throws Exception {
        int port = Integer.getInteger("port");
        ServerSocket server = new ServerSocket(port, 1, HOST); // BIND_TCP PORT
        new Socket(HOST, port).close(); // CONNECT_TCP 127.0.0.1:PORT
        server.close();
        DatagramSocket datagrams = new DatagramSocket(port, HOST); // BIND_UDP PORT
        datagrams.close();
        try (ServerSocket any = new ServerSocket(0, 1, HOST);
                DatagramSocket other = new DatagramSocket()) {
            new Socket(HOST, any.getLocalPort()).close();
            other.connect(HOST, any.getLocalPort());
        }
        int free;
        try (ServerSocket asked = new ServerSocket(0, 1, HOST)) {
            free = asked.getLocalPort();
        }
        new ServerSocket(free, 1, HOST).close();
    }

    static void portsByChannels(Path at) throws Exception {
        InetSocketAddress address = new InetSocketAddress(HOST, Integer.getInteger("port"));
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(address); // BIND_TCP PORT
        SocketChannel.open(address).close(); // CONNECT_TCP 127.0.0.1:PORT
        server.close();
        DatagramChannel datagrams = DatagramChannel.open();
        datagrams.bind(address); // BIND_UDP PORT
        datagrams.close();
        UnixDomainSocketAddress path = UnixDomainSocketAddress.of(at.resolve("s"));
        ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        unix.bind(path); // BIND_UNIX /s
        SocketChannel.open(path).close(); // CONNECT_UNIX /s
        unix.close();
        Files.delete(at.resolve("s")); // DELETE /s
    }

    static void setters(Path at) throws Exception {
        System.setProperty("subject", "x"); // PROPERTY subject
        System.clearProperty("subject.cleared"); // PROPERTY subject.cleared
        System.setProperties(new Properties(System.getProperties())); // SETTER all system properties
        System.setOut(System.out); // SETTER System.out
        System.setErr(System.err); // SETTER System.err
        System.setIn(System.in); // SETTER System.in
        Locale.setDefault(Locale.FRANCE); // SETTER the default locale
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // SETTER the default time zone
        Security.removeProvider("SunPCSC"); // SETTER the security providers
        Security.setProperty("subject", "x"); // SETTER the security properties
        Thread.setDefaultUncaughtExceptionHandler(null); // SETTER the default uncaught exception handler
        Runtime.getRuntime().addShutdownHook(new Thread()); // SETTER the shutdown hooks
        URL.setURLStreamHandlerFactory(protocol -> null); // SETTER the URL stream handlers
        ProxySelector.setDefault(null); // SETTER the default proxy selector
    }

    static void processes(Path at) throws Exception {
        new ProcessBuilder("true").start().waitFor(); // PROCESS true
        try {
            System.loadLibrary("nosuch"); // LIBRARY nosuch
        } catch (UnsatisfiedLinkError e) {
            return;
        }
    }

    static void databases(Path at) {
        connect("jdbc:sqlite:" + at + "/data.db");
        connect("jdbc:h2:mem:none");
        connect("jdbc:postgresql://host/none");
    }

    private static void connect(String url) {
        try {
            DriverManager.getConnection(url); // DATABASE /data.db
        } catch (SQLException e) {
            return;
        }
    }

    static void threads(Path at) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "pool-7"));
        pool.submit(() -> Files.writeString(at.resolve("p"), "")).get(); // THREAD pool-* WRITE /p
        pool.shutdown();
    }

    /** What nobody wants to know. */
    static void noise(Path at) throws Exception {
        Files.writeString(at.resolve("own/x"), "");
        new FileOutputStream(at + "/own/../up").close(); // WRITE /up
        Files.writeString(Path.of("noise/relative-own/x"), "");
        Files.readString(Path.of("/proc/self/status"));
        try (InputStream in = Subject.class.getResourceAsStream("Subject.class")) {
            in.readAllBytes();
        }
        Files.list(Path.of(System.getProperty("java.home"))).close();
        int own = Integer.getInteger("own.port");
        new ServerSocket(own, 1, HOST).close();
    }

    /** A thread that a library, which has no line of the user's, has started for a test. */
    static void starter(Path at) throws Exception {
        Thread library = new Thread(at.resolve("q").toFile()::delete, "library");
        library.start(); // THREAD library DELETE /q
        library.join();
    }

    private static void tell(String what, String className, String method) throws ReflectiveOperationException {
        Class<?> audit;
        try {
            audit = Class.forName("io.github.isolation.agent.Audit");
        } catch (ClassNotFoundException e) {
            return; // no agent
        }
        if (what.equals("begins")) {
            audit.getMethod("begins", String.class, String.class).invoke(null, className, method);
        } else {
            audit.getMethod("ends").invoke(null);
        }
    }

    /** Runs the tests that are named behind the directory for their files. */
    public static void main(String[] arguments) throws Exception {
        Path at = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            String name = arguments[i];
            tell("begins", "app.OneTest", "");
            tell("begins", "app.OneTest", name);
            Subject.class.getDeclaredMethod(name, Path.class).invoke(null, at.resolve(name));
            tell("ends", "", "");
            tell("ends", "", "");
        }
    }
}
