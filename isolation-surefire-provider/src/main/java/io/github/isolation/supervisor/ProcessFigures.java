package io.github.isolation.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has taken of the machine so far.
 *
 * @param peakKiB the most memory it had at a time; 0 where nobody counts, which is everywhere but on Linux
 * @param cpuMillis on all cores; 0 if it is not known
 */
record ProcessFigures(long peakKiB, long cpuMillis) {
    /** As in {@code VmHWM:   61236 kB}. */
    private static final String PEAK = "VmHWM:";

    static final ProcessFigures UNKNOWN = new ProcessFigures(0, 0);

    /** Of one that lives; {@link #UNKNOWN} of one that does not. */
    static ProcessFigures of(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        Duration cpu =
                process == null ? null : process.info().totalCpuDuration().orElse(null);
        return new ProcessFigures(peak(pid), cpu == null ? 0 : cpu.toMillis());
    }

    /** The later figures, unless the process was gone by then. */
    ProcessFigures or(ProcessFigures later) {
        return new ProcessFigures(Math.max(peakKiB, later.peakKiB), Math.max(cpuMillis, later.cpuMillis));
    }

    private static long peak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(
                            line.substring(PEAK.length(), line.lastIndexOf(' ')).strip());
                }
            }
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            // It is gone, or this is not Linux.
        }
        return 0;
    }
}
