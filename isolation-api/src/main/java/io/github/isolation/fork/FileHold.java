package io.github.isolation.fork;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * A lock on a file that excludes other threads and other processes alike, and that ends with its process.
 *
 * <p>Two properties of POSIX file locks shape this class. They belong to the process, and closing <em>any</em> channel
 * on the file drops them: so a thread must not even open a file that is held here, and a semaphore per path comes
 * first. And the kernel looks for deadlocks per process: two builds whose threads wait for each other's files in a
 * perfectly harmless way get {@code EDEADLK} from a lock call that waits: so this class asks again and again instead.
 *
 * <p>The file says which process holds it. The locked byte lies far behind that text, because Windows also forbids
 * others to read what is locked. The file is never deleted: who waits on it would then get a lock nobody else sees.
 */
public final class FileHold implements AutoCloseable {
    /** What {@code onTaken} is told when the holder is not known. */
    public static final long UNKNOWN = 0;

    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    /** Held by a thread of this JVM that only asks: the next one that does waits a moment, and is not told that the lock is held. */
    private static final Object ASKING = new Object();

    /** Channels on files that another class loader of this JVM holds: closing one would drop that lock. */
    private static final Queue<FileChannel> NEVER_CLOSED = new ConcurrentLinkedQueue<>();

    private final FileChannel channel;
    private final Semaphore threads;
    private boolean closed;

    private FileHold(FileChannel channel, Semaphore threads) {
        this.channel = channel;
        this.threads = threads;
    }

    /** Takes the lock if it is free at this moment; otherwise {@code onTaken} is told the id of its holder. */
    public static Optional<FileHold> tryAcquire(Path file, LongConsumer onTaken) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        Semaphore threads = THREADS.computeIfAbsent(path, p -> new Semaphore(1));
        if (!threads.tryAcquire()) {
            onTaken.accept(AtStart.pid());
            return Optional.empty();
        }
        return hold(path, threads, false, onTaken);
    }

    /**
     * Whether somebody holds the lock at this moment. Who only asks does so with a lock that others who ask may have as well, and writes
     * nothing: they do not take each other for a holder.
     */
    static boolean isHeld(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        Semaphore threads = THREADS.computeIfAbsent(path, p -> new Semaphore(1));
        synchronized (ASKING) {
            if (!threads.tryAcquire()) {
                return true;
            }
            try {
                return isHeldElsewhere(path);
            } finally {
                threads.release();
            }
        }
    }

    private static boolean isHeldElsewhere(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean mayClose = true;
        try {
            return channel.tryLock(LOCKED_BYTE, 1, true) == null;
        } catch (OverlappingFileLockException e) {
            mayClose = false;
            return true;
        } finally {
            if (mayClose) {
                channel.close();
            } else {
                NEVER_CLOSED.add(channel);
            }
        }
    }

    /** Waits for the lock. If it is not free at once, {@code onWait} is told, once, the id of its holder. */
    public static FileHold acquire(Path file, LongConsumer onWait) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        Semaphore threads = THREADS.computeIfAbsent(path, p -> new Semaphore(1));
        if (!threads.tryAcquire()) {
            onWait.accept(AtStart.pid());
            try {
                threads.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(path);
            }
        }
        return hold(path, threads, true, onWait).orElseThrow();
    }

    private static Optional<FileHold> hold(Path path, Semaphore threads, boolean wait, LongConsumer onTaken)
            throws IOException {
        Optional<FileHold> held = Optional.empty();
        try {
            Path directory = path.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            held = lock(path, wait, onTaken).map(channel -> new FileHold(channel, threads));
            return held;
        } finally {
            if (held.isEmpty()) {
                threads.release();
            }
        }
    }

    private static Optional<FileChannel> lock(Path path, boolean wait, LongConsumer onTaken) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean mayClose = true;
        boolean locked = false;
        try {
            boolean told = false;
            for (long pause = SHORTEST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
                try {
                    locked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
                    mayClose = true;
                } catch (OverlappingFileLockException e) {
                    mayClose = false;
                }
                if (locked) {
                    sign(channel);
                    return Optional.of(channel);
                }
                if (!told) {
                    onTaken.accept(signature(channel));
                    told = true;
                }
                if (!wait) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(pause);
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted(path);
                }
            }
        } finally {
            if (!locked && mayClose) {
                channel.close();
            } else if (!locked) {
                NEVER_CLOSED.add(channel);
            }
        }
    }

    /** A disk that is full takes no signature. The lock holds without it, and whoever wants to make room needs it. */
    static void sign(FileChannel channel) throws IOException {
        String pid = AtStart.pid() + "\n";
        try {
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            // Who waits is told of an unknown holder. A thread that is interrupted, however, has lost the lock with its
            // channel.
            if (!channel.isOpen()) {
                throw e;
            }
        }
    }

    private static long signature(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        // Empty for a moment: between the holder's taking the lock and its signing.
        return pid.matches("\\d{1,18}") ? Long.parseLong(pid) : UNKNOWN;
    }

    private static InterruptedIOException interrupted(Path path) {
        return new InterruptedIOException("interrupted while waiting for the lock " + path);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                channel.close();
            } finally {
                threads.release();
            }
        }
    }
}
