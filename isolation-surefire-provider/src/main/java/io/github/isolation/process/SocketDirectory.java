package io.github.isolation.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory of one supervisor's Unix domain socket, among the temporary files, because the path of such a socket must be
 * short; only its owner may enter it.
 *
 * <p>A supervisor that is killed cannot remove it, so that each one removes those of the dead. The proof of life is a locked
 * file, which holds across containers that share their temporary files, where a process id does not. The lock is taken before
 * there is a socket: who has a socket and no lock is dead.
 */
final class SocketDirectory implements Closeable {
    private static final String PREFIX = "isolation";
    private static final String LOCK = "lock";
    private static final String SOCKET = "s";
    private static final String JOURNAL = "j";

    /** This process's own: to look whether their lock is free would release it. There are two while an archive is made. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lock;

    private SocketDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** A new one, in this directory. */
    static SocketDirectory create(Path parent) throws IOException {
        Path directory = Files.createTempDirectory(parent, PREFIX); // 0700 where there are Unix domain sockets
        OWN.add(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        SocketDirectory made = new SocketDirectory(directory, channel);
        if (channel.tryLock() == null) {
            made.close();
            throw new IOException(directory + " is locked by somebody else");
        }
        return made;
    }

    /** Where the socket is to be. */
    Path socket() {
        return directory.resolve(SOCKET);
    }

    /** Where a worker's journal is to be. */
    Path journal(int serial) {
        return directory.resolve(JOURNAL + serial);
    }

    /** Removes the directories of this user's supervisors that are dead. What cannot be judged stays. */
    void sweep() {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(directory.resolveSibling(""), PREFIX + "*")) {
            for (Path other : others) {
                if (!OWN.contains(other) && Files.exists(other.resolve(SOCKET))) {
                    sweep(other);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Tidiness is worth a try, and no test's failure.
        }
    }

    private void sweep(Path other) throws IOException {
        if (!Files.getOwner(other).equals(Files.getOwner(directory))) {
            return;
        }
        // Not made if it is missing: a directory without one is not of this version, or not ours at all.
        try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                remove(other);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // It was just removed by somebody else.
        }
    }

    private static void remove(Path directory) throws IOException {
        // The socket goes after the journals: without one, nobody looks here again.
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(directory, JOURNAL + "*")) {
            for (Path journal : journals) {
                Files.deleteIfExists(journal);
            }
        }
        Files.deleteIfExists(directory.resolve(SOCKET));
        Files.deleteIfExists(directory.resolve(LOCK));
        Files.deleteIfExists(directory);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            remove(directory);
        } catch (FileSystemException e) {
            // Windows keeps a file that is mapped; the next supervisor removes it.
        }
    }
}
