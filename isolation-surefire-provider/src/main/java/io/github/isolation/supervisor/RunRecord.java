package io.github.isolation.supervisor;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was like, one JSON object a line: the gap whenever a worker that retired was followed by another, and what the
 * supervisor itself has cost. Also knows how long each class took. The loop's.
 */
public final class RunRecord {
    private static final double NANOS_PER_MILLI = 1e6;

    private static final class Life {
        final int fork;
        final boolean spare;
        boolean mayRetire;
        boolean ran;
        long lastReport;
        long asked;
        long saidBye;
        long exited;

        @Nullable
        String className;

        long handedAt;
        long firstHandedAt;

        Life(int fork, boolean spare) {
            this.fork = fork;
            this.spare = spare;
        }
    }

    private final Path file;
    private final ClassTimes times;
    private final Map<Integer, Life> lives = new HashMap<>();
    private final Map<Integer, Integer> lastOfFork = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private long events;

    /** Of a run that will have its record here. */
    public RunRecord(Path file, ClassTimes times) {
        this.file = file;
        this.times = times;
    }

    void launched(int serial, int fork, boolean spare) {
        lives.put(serial, new Life(fork, spare));
    }

    void told(int serial, Command command) {
        Life life = lives.get(serial);
        if (life == null) {
            return;
        }
        if (command instanceof Command.RunClass run) {
            life.className = run.className();
            life.handedAt = System.nanoTime();
            life.firstHandedAt = life.firstHandedAt == 0 ? life.handedAt : life.firstHandedAt;
        } else if (command instanceof Command.EndOfTests || command instanceof Command.RetireAck) {
            life.mayRetire = true;
        }
    }

    void took(Input input, long atNanos) {
        if (input instanceof Input.FromWorker from) {
            heard(from.serial(), from.event(), atNanos);
        } else if (input instanceof Input.Exited exited) {
            exited(exited.serial(), atNanos);
        }
    }

    private void heard(int serial, Event event, long atNanos) {
        events++;
        Life life = lives.get(serial);
        if (life == null) {
            return;
        }
        if (event instanceof Reported reported) {
            if (!life.ran && reported.kind() == ReportKind.STARTING) {
                life.ran = true;
                follow(serial, life, atNanos);
            }
            life.lastReport = atNanos;
        } else if (event instanceof Event.NextTest) {
            life.asked = atNanos;
            took(life, atNanos);
        } else if (event instanceof Event.GoesOn next) {
            took(life, atNanos);
            life.className = next.className();
            life.handedAt = atNanos;
        } else if (event instanceof Event.Bye || event instanceof Event.Retiring) {
            life.saidBye = atNanos;
        }
    }

    private void took(Life life, long atNanos) {
        if (life.className != null) {
            times.took(life.className, Duration.ofNanos(atNanos - life.handedAt).toMillis());
            life.className = null;
        }
    }

    private void exited(int serial, long atNanos) {
        Life life = lives.get(serial);
        if (life != null) {
            life.exited = atNanos;
        }
    }

    private void follow(int serial, Life life, long atNanos) {
        Integer before = lastOfFork.put(life.fork, serial);
        Life predecessor = before == null ? null : lives.remove(before);
        if (predecessor != null && predecessor.mayRetire) {
            lines.add("{\"what\": \"gap\", \"fork\": " + life.fork + ", \"from\": " + before + ", \"to\": " + serial
                    + ", \"spare\": " + life.spare + millis("asked", predecessor, predecessor.asked)
                    + millis("bye", predecessor, predecessor.saidBye)
                    + millis("exited", predecessor, predecessor.exited)
                    + millis("handed", predecessor, life.firstHandedAt) + millis("millis", predecessor, atNanos) + "}");
        }
    }

    /** A moment of a change of workers, counted from the last report of the one that went. */
    private static String millis(String name, Life predecessor, long atNanos) {
        double tenths = Math.rint((atNanos - predecessor.lastReport) / NANOS_PER_MILLI * 10);
        return ", \"" + name + "\": " + tenths / 10;
    }

    /** Writes it down. A record that cannot be written fails no build. */
    void write() {
        long cpu = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        lines.add("{\"what\": \"supervisor\", \"cpuMillis\": " + cpu + ", \"peakRssKiB\": " + peak() + ", \"events\": "
                + events + "}");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
            times.write();
        } catch (IOException e) {
            // Nothing depends on it.
        }
    }

    /** Linux only; 0 where nobody counts. */
    private static long peak() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // See above.
        }
        return 0;
    }
}
