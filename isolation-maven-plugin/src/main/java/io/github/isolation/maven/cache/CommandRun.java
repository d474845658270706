package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program of a command in a process of its own, in the module's directory. What it prints goes to a file, and the
 * end of that file into the error if it fails.
 */
final class CommandRun {
    /** Tells a program in Java which directory to fill; the last argument does so too. */
    static final String TARGET_PROPERTY = "isolation.target";

    /** Tells any program the same. */
    static final String TARGET_VARIABLE = "ISOLATION_TARGET";

    /** What a JVM takes its options from a file in. */
    static final Charset CHARSET = Charset.defaultCharset();

    private static final int LINES_SHOWN = 40;

    /** After so long, and then every so often, users want to know that something is going on. */
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    private final FetchContext around;
    private final Duration progress;

    CommandRun(FetchContext around) {
        this(around, PROGRESS);
    }

    /** As the other, with a line about a command that still runs every so often. */
    CommandRun(FetchContext around, Duration progress) {
        this.around = around;
        this.progress = progress;
    }

    void run(String id, CommandSource source, Path target) throws IOException {
        run(
                id,
                source,
                target,
                Map.of(TARGET_VARIABLE, target.toString()),
                List.of(target.toString()),
                ProcessBuilder::start);
    }

    /**
     * As the other, for a command that is told something else than a directory to fill.
     *
     * @param beside a path beside which a file may be made
     * @param more what comes after the arguments that the user has written
     */
    void run(
            String id,
            CommandSource source,
            Path beside,
            Map<String, String> environment,
            List<String> more,
            CommandSource.Starter starter)
            throws IOException {
        Path log = around.forks().commandLog(id);
        Files.createDirectories(log.getParent());
        // Beside what is made, where the next build sweeps what a killed one left.
        Path scratch = beside.resolveSibling("options");
        try {
            List<String> command = new ArrayList<>(source.program().commandLine(around, beside, scratch));
            command.addAll(source.arguments());
            command.addAll(more);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(around.baseDirectory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = starter.start(builder);
            OptionalInt status =
                    waitFor(process, source.timeout(), "isolation: fixture '" + id + "' is being made", log);
            if (status.isEmpty()) {
                throw new IOException(
                        "it did not end within " + source.timeout().toSeconds()
                                + " s (<timeout>) and was killed, with all it had started" + rest(log));
            }
            if (status.getAsInt() != 0) {
                throw new IOException("it failed with exit status " + status.getAsInt() + rest(log));
            }
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    /** The exit status; empty if it took too long. Neither it nor what it started is alive afterwards. */
    private OptionalInt waitFor(Process process, Duration timeout, String what, Path log) throws IOException {
        try {
            process.getOutputStream().close();
            // As everywhere, 0 means never.
            long longest = timeout.isZero() ? Long.MAX_VALUE : timeout.toMillis();
            long start = System.nanoTime();
            for (long left = longest; left > 0; ) {
                if (process.waitFor(Math.min(left, progress.toMillis()), TimeUnit.MILLISECONDS)) {
                    return OptionalInt.of(process.exitValue());
                }
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                left = longest - took;
                if (left > 0) {
                    around.log().info(what + " since " + took / 1000 + " s; its output is in " + log);
                }
            }
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the command ran");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String rest(Path log) throws IOException {
        return "; the end of what it printed (all of it is in " + log + "):\n" + tail(log);
    }

    private static String tail(Path log) throws IOException {
        // Not necessarily UTF-8, and then still better read with a few wrong letters than not at all.
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.isEmpty()
                ? "(it printed nothing)"
                : String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
