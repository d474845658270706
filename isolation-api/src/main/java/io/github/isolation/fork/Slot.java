package io.github.isolation.fork;

import java.io.IOException;
import java.util.Optional;

/**
 * A small number that belongs to one living fork and names its directory, its ports and its names.
 *
 * <p>Surefire's fork number is not enough: {@code mvn -T2}, or two builds at once, have two forks of the same number
 * (L08). A slot is locked by the operating system until it is closed or its process has ended, however it ended.
 */
public final class Slot implements AutoCloseable {
    private final int number;
    private final FileHold hold;

    private Slot(int number, FileHold hold) {
        this.number = number;
        this.hold = hold;
    }

    /**
     * Takes the preferred number when it is free, otherwise the lowest free number above it. Never waits.
     *
     * @throws IOException when the lock files cannot be written
     */
    public static Slot acquire(ForkLayout layout, int preferred) throws IOException {
        for (int number = preferred; ; number++) {
            Optional<Slot> slot = tryAcquire(layout, number);
            if (slot.isPresent()) {
                return slot.get();
            }
        }
    }

    /** Takes this number if it is free. */
    public static Optional<Slot> tryAcquire(ForkLayout layout, int number) throws IOException {
        if (number < 1) {
            throw new IllegalArgumentException("slots are numbered from 1; asked for " + number);
        }
        return FileHold.tryAcquire(layout.slotLock(number), holder -> {}).map(hold -> new Slot(number, hold));
    }

    /** The number. */
    public int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        hold.close();
    }
}
