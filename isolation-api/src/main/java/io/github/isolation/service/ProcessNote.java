package io.github.isolation.service;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process a service is, for whoever comes after a supervisor that was killed: its slot may be free before its services
 * are gone.
 *
 * @param began in milliseconds since 1970; 0 where it is not known
 */
record ProcessNote(long pid, long began, String stopSignal) {
    /** The system counts from its start, and where that is may be corrected meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessNote of(Process process, String stopSignal) {
        return new ProcessNote(process.pid(), began(process.toHandle()), stopSignal);
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    void write(Path file) throws IOException {
        FileTrees.writeAtomically(file, pid + " " + began + " " + stopSignal + "\n");
    }

    static Optional<ProcessNote> read(Path file) throws IOException {
        try {
            String[] fields = Files.readString(file).strip().split(" ", -1);
            return Optional.of(new ProcessNote(Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // half of it, from a machine that lost its power: nothing of that is alive
        }
    }

    /** The process, if it is alive, and no other one of its number. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(began(process) - began) <= TOLERANCE.toMillis());
    }
}
