package io.github.isolation.verdict;

import io.github.isolation.findings.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether what agents have seen can be read in this JVM: that takes several times as much memory as it does on disk, and a supervisor has little. */
final class Room {
    private static final int SHARE_OF_MEMORY = 16;

    private Room() {}

    /** Why it cannot be read, in a few words; empty if it can. */
    static String lacksFor(Path run) throws IOException {
        return lacksFor(run, Runtime.getRuntime().maxMemory());
    }

    static String lacksFor(Path run, long memory) throws IOException {
        long bytes = 0;
        for (Path file : Findings.files(run)) {
            bytes += Files.size(file);
        }
        return bytes > memory / SHARE_OF_MEMORY
                ? "what was seen takes " + bytes / (1 << 20) + " MiB, and there is no memory for that"
                : "";
    }
}
