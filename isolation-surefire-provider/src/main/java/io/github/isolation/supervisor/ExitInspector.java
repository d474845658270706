package io.github.isolation.supervisor;

import io.github.isolation.supervisor.core.life.ExitInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at what a dead worker left on disk. */
final class ExitInspector {
    /** Where Linux counts the processes it killed for lack of memory, in the control group of this JVM's container. */
    private static final Path MEMORY_EVENTS = Path.of("/sys/fs/cgroup/memory.events");

    private static final int SIGKILL_STATUS = 128 + 9;

    private final Launches launches;
    private long memoryKills = memoryKills();

    ExitInspector(Launches launches) {
        this.launches = launches;
    }

    synchronized ExitInfo inspect(int serial, int status) {
        long kills = memoryKills();
        boolean killedForMemory = status == SIGKILL_STATUS && kills > memoryKills;
        memoryKills = kills;
        Launch launch = launches.find(serial);
        return new ExitInfo(
                status,
                launch != null && leftItsMarker(launch),
                launch == null ? null : fatalError(launch.errorFile()),
                killedForMemory,
                launch != null && launch.fromArchive());
    }

    /** Believed only with the nonce of this very launch; anything else in that place is somebody else's, or old (L18). */
    private static boolean leftItsMarker(Launch launch) {
        try {
            byte[] left = Files.readAllBytes(launch.marker());
            Files.deleteIfExists(launch.marker());
            return new String(left, StandardCharsets.UTF_8).strip().equals(launch.nonce());
        } catch (IOException e) {
            return false; // there is none
        }
    }

    /** The two lines that matter of the JVM's error report: what happened, and in which frame. It may be cut short. */
    private static @Nullable String fatalError(Path errorFile) {
        try {
            List<String> lines = Files.readAllLines(errorFile, StandardCharsets.ISO_8859_1);
            String what = "";
            String frame = "";
            for (int i = 0; i < lines.size() && i < 60; i++) {
                String line = lines.get(i).replaceFirst("^# *", "").strip();
                boolean signal =
                        line.startsWith("SIG") || line.startsWith("EXCEPTION_") || line.startsWith("Internal Error");
                what = what.isEmpty() && signal ? line.replaceFirst(", tid=.*", "") : what;
                frame = line.equals("Problematic frame:") && i + 1 < lines.size()
                        ? lines.get(i + 1).replaceFirst("^# *", "").strip()
                        : frame;
            }
            return "the JVM reports " + (what.isEmpty() ? "a fatal error" : what)
                    + (frame.isEmpty() ? "" : " in " + frame) + ", see " + errorFile;
        } catch (IOException e) {
            return null; // there is none
        }
    }

    private static long memoryKills() {
        try {
            for (String line : Files.readAllLines(MEMORY_EVENTS)) {
                if (line.startsWith("oom_kill ")) {
                    return Long.parseLong(line.substring("oom_kill ".length()).strip());
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Not Linux, or no such control group: nobody counts.
        }
        return 0;
    }
}
