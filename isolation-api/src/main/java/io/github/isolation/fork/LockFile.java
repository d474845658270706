package io.github.isolation.fork;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lock with readers and writers, across threads and processes; free as soon as the processes that hold it have ended.
 *
 * <p>Who wants it, in whatever mode, goes through a gate and stays in it until the lock is his: so a writer is not starved
 * by readers that keep coming. The file is opened once in a JVM and stays open, because closing any channel on a file drops
 * all locks that the process has on it; why this asks again and again instead of waiting, see {@link FileHold}.
 */
final class LockFile {
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Map<Path, LockFile> KNOWN = new ConcurrentHashMap<>();

    private final Path file;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;
    private int readers;

    private LockFile(Path file) {
        this.file = file;
    }

    static LockFile of(Path file) {
        return KNOWN.computeIfAbsent(file.toAbsolutePath().normalize(), LockFile::new);
    }

    void acquire(LockMode mode, LockWait wait) throws IOException {
        FileHold gate = pass(wait);
        try {
            for (long pause = SHORTEST_PAUSE; !tryAcquire(mode); pause = longer(pause)) {
                park(pause, wait);
            }
        } finally {
            gate.close();
        }
    }

    synchronized void release() throws IOException {
        readers--;
        FileLock held = lock;
        if (readers <= 0 && held != null) {
            lock = null;
            readers = 0;
            held.release();
        }
    }

    private FileHold pass(LockWait wait) throws IOException {
        Path gate = file.resolveSibling(file.getFileName() + ".gate");
        for (long pause = SHORTEST_PAUSE; ; pause = longer(pause)) {
            Optional<FileHold> passed = FileHold.tryAcquire(gate, pid -> {});
            if (passed.isPresent()) {
                return passed.get();
            }
            park(pause, wait);
        }
    }

    private synchronized boolean tryAcquire(LockMode mode) throws IOException {
        if (readers > 0 && mode == LockMode.READ) {
            readers++;
            return true;
        }
        if (lock != null) {
            return false;
        }
        FileChannel open = open();
        FileLock taken;
        try {
            taken = open.tryLock(LOCKED_BYTE, 1, mode == LockMode.READ);
        } catch (OverlappingFileLockException e) {
            return false; // another class loader of this JVM has it
        }
        if (taken == null) {
            return false;
        }
        FileHold.sign(open);
        lock = taken;
        readers = mode == LockMode.READ ? 1 : 0;
        return true;
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) { // interrupting a thread closes the file under it
            Files.createDirectories(file.resolveSibling("").normalize());
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /**
     * Who took it last, and perhaps has it still. If that is this JVM, the file is left alone: interrupting the thread that reads
     * would close it, and the lock would be gone.
     */
    private synchronized String lastHolder() throws IOException {
        if (lock != null) {
            return Long.toString(AtStart.pid());
        }
        ByteBuffer text = ByteBuffer.allocate(32);
        open().read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    private void park(long pause, LockWait wait) throws IOException {
        LockSupport.parkNanos(pause);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting for " + wait.what());
        }
        if (wait.isDue()) {
            wait.say(lastHolder());
        }
    }

    private static long longer(long pause) {
        return Math.min(LONGEST_PAUSE, pause * 2);
    }
}
