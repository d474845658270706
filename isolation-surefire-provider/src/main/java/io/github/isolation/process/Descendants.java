package io.github.isolation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds and ends what a worker started. A process whose parent has died belongs to somebody else's family; but it still has
 * the environment it was started with, where the nonce of one launch is the mark of exactly one worker.
 */
final class Descendants {
    private static final Path PROC = Path.of("/proc");

    private Descendants() {}

    /** Ends the family of a living process, youngest first. */
    static void end(ProcessHandle parent) {
        List<ProcessHandle> family = parent.descendants().toList();
        for (int i = family.size() - 1; i >= 0; i--) {
            family.get(i).destroyForcibly();
        }
    }

    /** Ends all processes with this text in their environment, on Linux; elsewhere orphans cannot be told apart. */
    static void endOrphans(String mark) {
        if (mark.isEmpty() || !Files.isDirectory(PROC.resolve("self"))) {
            return;
        }
        try (Stream<Path> entries = Files.list(PROC)) {
            entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .filter(entry -> hasInEnvironment(entry, mark))
                    .map(entry -> Long.parseLong(entry.getFileName().toString()))
                    .filter(pid -> pid != ProcessHandle.current().pid())
                    .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        } catch (IOException e) {
            // No list of processes, so nothing to end.
        }
    }

    private static boolean hasInEnvironment(Path process, String mark) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1)
                    .contains(mark);
        } catch (IOException e) {
            return false; // gone meanwhile, or another user's
        }
    }
}
