package io.github.isolation.maven.server;

import io.github.isolation.maven.cache.CommandSource;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.service.Keeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of a server, while data is made: it runs to its end, or until it is stopped. With this JVM it ends as well, with all
 * that it has started, however that ends: the next build makes the same, in the same place.
 */
final class ServerRun implements AutoCloseable {
    private static final String TERM = "TERM";
    private static final int LINES_SHOWN = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration TO_BE_READY = Duration.ofMinutes(2);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final long A_MOMENT = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Keeper keeper;

    private ServerRun(String name, Process process, Path log, Keeper keeper) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.keeper = keeper;
    }

    /** Something that succeeds when a server is ready. */
    interface Try {
        /** Throws whatever is the matter until then. */
        void run() throws Exception;
    }

    /** An empty file for what programs print. */
    static Path newLog(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        return Files.createFile(log);
    }

    /**
     * Starts a program in this directory, with what it prints at the end of this file.
     *
     * @param signal what asks it to end when this JVM cannot any more
     */
    static ServerRun start(String name, List<String> command, Path directory, Path log, String signal)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Keeper keeper = new Keeper();
        return new ServerRun(name, keeper.start(builder, signal), log, keeper);
    }

    /** Runs a program to its end, which must be a good one. */
    static void run(String name, List<String> command, Path directory, Path log) throws IOException {
        try (ServerRun run = start(name, command, directory, log, TERM)) {
            run.awaitEnd();
        }
    }

    /** As the other, for a program that reads this file. */
    static void run(String name, List<String> command, Path directory, Path log, Path input) throws IOException {
        List<String> reading = new ArrayList<>(
                List.of("/bin/sh", "-c", "file=$1; shift; exec \"$@\" <\"$file\"", "sh", input.toString()));
        reading.addAll(command);
        run(name, reading, directory, log);
    }

    /** Runs the user's own command that fills a server, as above. */
    static void fill(
            CommandSource command, String name, FetchContext around, Path data, Map<String, String> environment)
            throws IOException {
        try (Keeper keeper = new Keeper()) {
            command.runWith(name, around, data, environment, builder -> keeper.start(builder, TERM));
        }
    }

    /** 127.0.0.1, whatever names are made of it here. */
    static InetAddress address() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** A port of 127.0.0.1 where nothing listens just now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, address())) {
            return socket.getLocalPort();
        }
    }

    /** Tries until it works. */
    void await(Try ready) throws IOException {
        long end = System.nanoTime() + TO_BE_READY.toNanos();
        while (true) {
            try {
                ready.run();
                return;
            } catch (Exception e) {
                if (System.nanoTime() > end) {
                    throw new IOException(
                            name + " is not ready after " + TO_BE_READY.toSeconds() + " s: " + e.getMessage() + rest(),
                            e);
                }
            }
            if (hasEnded(A_MOMENT)) {
                throw new IOException(name + " ended with status " + process.exitValue() + rest());
            }
        }
    }

    /** Waits for its end, which must be a good one. */
    void awaitEnd() throws IOException {
        if (!hasEnded(PATIENCE.toMillis())) {
            throw new IOException(name + " did not end within " + PATIENCE.toSeconds() + " s" + rest());
        }
        if (process.exitValue() != 0) {
            throw new IOException(name + " ended with status " + process.exitValue() + rest());
        }
    }

    private boolean hasEnded(long millis) throws IOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + name + " ran");
        }
    }

    private String rest() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return "; the end of what it said (all of it is in " + log + "):\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    /** Asks it to end. */
    void stop() {
        process.destroy();
    }

    /** Nothing of it is left. A server is asked first: one that is killed leaves others that see it too late. */
    @Override
    public void close() throws IOException {
        try {
            process.destroy();
            hasEnded(TO_END.toMillis());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            keeper.forget(process.pid());
            keeper.close();
        }
    }
}
