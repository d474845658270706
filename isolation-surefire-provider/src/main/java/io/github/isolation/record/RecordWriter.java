package io.github.isolation.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as things happen, in a thread of its own: whoever has something to say puts it into a list and goes on. What is
 * older than {@link #INTERVAL_MILLIS} is on disk, however this JVM ends. In a supervisor; thread-safe.
 */
public final class RecordWriter {
    /** How long a fact waits, in milliseconds, for others to be written with it. */
    static final long INTERVAL_MILLIS = 250;

    /** So many are written at once, however young they are: what waits for longer is copied by the collector. */
    private static final int MOST_WAITING = 256;

    /** How long the end of a run waits for a disk, in milliseconds. */
    private static final long CLOSE_MILLIS = 10_000;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Consumer<String> warnings;
    private final Thread thread;
    private List<Fact> waiting = new ArrayList<>();
    private boolean closed;
    private boolean writing;
    private long nextWriteAt = System.nanoTime();

    /**
     * For a file that is made, with its directory, when there is something to write.
     *
     * @param warnings hears, once, that the record cannot be written; in the thread that writes
     */
    public RecordWriter(Path file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
        this.thread = new Thread(this::writeAll, "isolation-record");
        thread.setDaemon(true);
    }

    /** Begins with this, the first line. */
    public void begin(RunFact run) {
        add(run);
        thread.start();
    }

    /** Notes a fact. After the end it comes too late, and is dropped. */
    public synchronized void add(Fact fact) {
        if (!closed) {
            waiting.add(fact);
            if (waiting.size() == 1 || waiting.size() == MOST_WAITING) {
                notifyAll();
            }
        }
    }

    /**
     * Waits until all that was noted so far is on disk.
     *
     * @return whether it is; false if it cannot be written, or takes too long
     */
    public synchronized boolean flush() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
        nextWriteAt = System.nanoTime();
        notifyAll();
        while (!closed && !(waiting.isEmpty() && !writing)) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    /** Writes what is left, and waits until it is on disk. */
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.join(CLOSE_MILLIS);
    }

    private void writeAll() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                for (List<Fact> facts = next(); facts != null; facts = next()) {
                    for (Fact fact : facts) {
                        // A line is ASCII; of all encodings this one costs least to make.
                        out.write(fact.line().getBytes(StandardCharsets.ISO_8859_1));
                        out.write('\n');
                    }
                    out.flush();
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing depends on a record, so a disk that is full fails no build; whoever looks for the record was told. */
    private void giveUp(Throwable why) {
        synchronized (this) {
            closed = true;
            waiting = List.of();
        }
        warnings.accept("isolation: the record of this run ends here, since it cannot be written: " + why);
    }

    /** What has come meanwhile, soon after what came before was written; null at the end. */
    private synchronized @Nullable List<Fact> next() throws InterruptedException {
        writing = false;
        notifyAll();
        while (!closed && waiting.isEmpty()) {
            wait();
        }
        long left = TimeUnit.NANOSECONDS.toMillis(nextWriteAt - System.nanoTime());
        while (!closed && waiting.size() < MOST_WAITING && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(nextWriteAt - System.nanoTime());
        }
        nextWriteAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS);
        List<Fact> facts = waiting;
        waiting = new ArrayList<>();
        writing = true;
        return closed && facts.isEmpty() ? null : facts;
    }
}
