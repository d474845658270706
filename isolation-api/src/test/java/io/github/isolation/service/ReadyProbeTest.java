package io.github.isolation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as an answer of a server that can be used. */
final class ReadyProbeTest {
    @ParameterizedTest
    @CsvSource({
        "tcp, '', true",
        "http:/health, 'HTTP/1.1 200 OK', true",
        "http:/health, 'HTTP/1.0 302 Found', true",
        "http:/health, 'HTTP/1.1 404 Not Found', false",
        "http:/health, 'HTTP/1.1 503 Service Unavailable', false",
        "http:/health, '', false",
        "http:/health, 'SSH-2.0', false",
        "postgres, 'R', true",
        "postgres, 'E', false",
        "postgres, '', false",
        "redis, '+OK\r\n-LOADING Redis is loading the dataset in memory', false",
        "redis, '-ERR Client sent AUTH, but no password is set\r\n+PONG', true",
        "redis, '-WRONGPASS\r\n-NOAUTH Authentication required.', true",
        "redis, '+OK\r\n+PONG', true",
        "redis, '+OK', false",
        "redis, '', false"
    })
    void answerSaysWhetherItIsReady(String check, String answer, boolean ready) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(server, answer));
            assertEquals(
                    ready, probe(check, server.getLocalPort(), Path.of("none")).isReady());
            served.get();
        }
    }

    @ParameterizedTest
    @CsvSource({"tcp", "http:/", "postgres", "redis"})
    void whereNobodyListensNobodyIsReady(String check) throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertEquals(false, probe(check, port, Path.of("none")).isReady());
    }

    @ParameterizedTest
    @CsvSource({"log:^ready$, true", "log:read, true", "log:steady, false", "log:^before$, false"})
    void lineOfTheLogSaysIt(String check, boolean ready) throws Exception {
        Path log = Files.createTempFile("service", ".log");
        try {
            Files.writeString(log, "before\nstarting\nready\n");
            LogFile since = new LogFile(log, "before\n".length());
            assertEquals(ready, new ReadyProbe(ReadyCheck.parse(check), 1, since, Map.of(), Path.of(".")).isReady());
        } finally {
            Files.delete(log);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void programSaysIt(String port, boolean ready) throws Exception {
        ReadyCheck check = ReadyCheck.command(List.of("/bin/sh", "-c", "[ $0 = 5 ]", "@{port}"));
        ReadyProbe probe =
                new ReadyProbe(check, 5, new LogFile(Path.of("none"), 0), Map.of("port", port), Path.of("."));
        assertEquals(ready, probe.isReady());
    }

    private static ReadyProbe probe(String check, int port, Path log) {
        return new ReadyProbe(ReadyCheck.parse(check), port, new LogFile(log, 0), Map.of(), Path.of("."));
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            if (!text.isEmpty()) {
                socket.getOutputStream()
                        .write((text + (text.length() > 1 ? "\r\n" : "")).getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                // Whoever closes with something unread takes back what he has said.
                socket.getInputStream().readAllBytes();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
