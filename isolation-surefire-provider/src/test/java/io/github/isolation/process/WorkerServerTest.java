package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Jvm;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever connects and is no worker takes next to nothing from the supervisor, and keeps no worker out. */
@DisabledOnOs(OS.WINDOWS)
final class WorkerServerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Less than 400 of the buffers that a worker gets. */
    private static final List<String> SMALL = List.of("-Xmx20m", "-XX:+UseSerialGC");

    private final List<SocketChannel> connections = new ArrayList<>();
    private Process process;
    private BufferedReader said;

    @AfterEach
    void end() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
        process.destroyForcibly();
    }

    @Test
    void fourHundredThatNeverGreetKeepNoWorkerOut() throws Exception {
        Endpoint server = open(Jvm.start(SMALL, HoldsWorkerServer.class));
        for (int i = 0; i < 400; i++) {
            connect(server);
        }
        greet(server);
        assertEquals("1 Hello", next("1 "));
    }

    @Test
    void whoBeginsALongMessageHasToGoBeforeItHasCome() throws Exception {
        Endpoint server = open(Jvm.start(SMALL, HoldsWorkerServer.class));
        for (int i = 0; i < 400; i++) {
            connect(server).write(ByteBuffer.allocate(100).putInt(1021).rewind());
            assertTrue(hasEnded(connections.get(i)));
        }
        greet(server);
        assertEquals("1 Hello", next("1 "));
    }

    @Test
    void strangersAreToldOfInAFewLines() throws Exception {
        Endpoint server = open(Jvm.start(HoldsWorkerServer.class));
        for (int i = 0; i < 50; i++) {
            connect(server).write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertTrue(hasEnded(connections.get(i)));
        }
        greet(server);
        List<String> lines = new ArrayList<>();
        for (String line = next(""); !line.equals("1 Hello"); line = next("")) {
            lines.add(line);
        }
        assertTrue(
                lines.get(0).startsWith("warning: isolation: a connection that is no worker's was refused: "),
                lines::toString);
        assertTrue(lines.get(lines.size() - 1).contains("more"), lines::toString);
        assertTrue(lines.size() <= 6, lines::toString);
    }

    @Test
    void withoutFileDescriptorsTheDoorWaitsUntilThereAreSomeAgain() throws Exception {
        Endpoint server = open(Jvm.startLimited("ulimit -n 60", HoldsWorkerServer.class));
        for (int i = 0; i < 60; i++) {
            connect(server);
        }
        assertTrue(next("warning: ").contains("oo many open files"));
        end(connections);
        greet(server);
        assertEquals("1 Hello", next("1 "));
    }

    @Test
    void whereThePathOfTemporaryFilesIsTooLongAnotherIsFoundThatIsAsPrivate(@TempDir Path directory) throws Exception {
        Path temporary = Files.createDirectories(directory.resolve("x".repeat(120)));
        Endpoint server = open(Jvm.start(List.of("-Djava.io.tmpdir=" + temporary), HoldsWorkerServer.class));
        assertTrue(server.toConnectionString().startsWith("isolation:unix:"), server::toConnectionString);
        Path socket = Path.of(server.address().toString());
        assertEquals(
                "rwx------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(socket.getParent())));
        greet(server);
        assertEquals("1 Hello", next(""));
        process.getOutputStream().close();
        assertEquals(0, process.waitFor());
        assertTrue(Files.notExists(socket.getParent()));
    }

    private Endpoint open(Process holder) throws IOException {
        process = holder;
        said = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        Endpoint first = Endpoint.parse(next("isolation:"));
        next("isolation:");
        return first;
    }

    /** The next line that begins so. */
    private String next(String begin) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            String line = said.readLine();
            while (line != null && !line.startsWith(begin)) {
                line = said.readLine();
            }
            return String.valueOf(line);
        });
    }

    private SocketChannel connect(Endpoint server) throws IOException {
        SocketChannel connection = SocketChannel.open(server.address());
        connections.add(connection);
        return connection;
    }

    private static boolean hasEnded(SocketChannel connection) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                return connection.read(ByteBuffer.allocate(1)) < 0;
            } catch (IOException reset) {
                return true;
            }
        });
    }

    private static void end(List<SocketChannel> connections) throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    private void greet(Endpoint server) throws IOException {
        SocketChannel worker = connect(server);
        Event hello = new Event.Hello(Protocol.VERSION, server.secret(), 1);
        new Frames(worker, worker).write(Numbered.frame(1, EventCodec.encode(hello)));
    }
}
