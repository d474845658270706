package io.github.isolation.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The directory of one supervisor's Unix domain socket, among the temporary files, because the path of such a socket must be
 * short; only its owner may enter it.
 *
 * <p>A supervisor that is killed cannot remove it, so that each one removes those of the dead. The proof of life is a locked
 * file, which holds across containers that share their temporary files, where a process id does not. The lock is taken before
 * there is a socket: who has a socket and no lock is dead.
 */
final class SocketDirectory implements Closeable {
    static final String PREFIX = "isolation";
    static final String LOCK = "lock";
    static final String SOCKET = "s";
    static final Pattern JOURNAL_NAME = Pattern.compile("j\\d+");

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
        return directory.resolve("j" + serial);
    }

    /** Removes the directories of this user's supervisors that are dead. */
    void sweep() {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(directory.resolveSibling(""), PREFIX + "*")) {
            SocketSweep sweep = new SocketSweep(Files.getOwner(directory));
            for (Path other : others) {
                if (!OWN.contains(other)) {
                    sweep.sweep(other);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Tidiness is worth a try, and no test's failure.
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            SocketSweep.remove(directory);
        } catch (FileSystemException e) {
            // Windows keeps a file that is mapped; the next supervisor removes it.
        }
    }
}
