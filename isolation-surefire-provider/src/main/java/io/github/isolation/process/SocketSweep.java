package io.github.isolation.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes what killed supervisors left among the temporary files, where everybody may write. So nothing there is what it is
 * called until it was looked at: a directory, this user's own and no link, with what we put there and nothing else. What is
 * this user's own in there, others cannot exchange between the look and the removal.
 */
final class SocketSweep {
    /** As {@link Files#createTempDirectory} names it. */
    private static final Pattern DIRECTORY = Pattern.compile(Pattern.quote(SocketDirectory.PREFIX) + "\\d+");

    private final UserPrincipal user;

    /** Of what belongs to this user. */
    SocketSweep(UserPrincipal user) {
        this.user = user;
    }

    /** Removes this directory if its supervisor is dead. What cannot be judged stays. */
    void sweep(Path directory) {
        try {
            if (isOurs(directory) && isDead(directory)) {
                remove(directory);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It was just removed by somebody else, or is not for us to look into.
        }
    }

    private boolean isOurs(Path directory) throws IOException {
        if (!DIRECTORY.matcher(String.valueOf(directory.getFileName())).matches()
                || !attributes(directory).isDirectory()
                || !isOwn(directory)) {
            return false;
        }
        boolean hasSocket = false;
        boolean hasLock = false;
        for (Path file : files(directory)) {
            String name = String.valueOf(file.getFileName());
            BasicFileAttributes attributes = attributes(file);
            boolean isSocket = name.equals(SocketDirectory.SOCKET) && attributes.isOther();
            boolean isLock = name.equals(SocketDirectory.LOCK) && attributes.isRegularFile();
            boolean isJournal = SocketDirectory.JOURNAL_NAME.matcher(name).matches() && attributes.isRegularFile();
            if (!isOwn(file) || !(isSocket || isLock || isJournal)) {
                return false;
            }
            hasSocket |= isSocket;
            hasLock |= isLock;
        }
        return hasSocket && hasLock;
    }

    private boolean isOwn(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    private static boolean isDead(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        directory.resolve(SocketDirectory.LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Removes what one supervisor has made. */
    static void remove(Path directory) throws IOException {
        // The socket goes after the journals: without one, nobody looks here again.
        for (Path file : files(directory)) {
            if (SocketDirectory.JOURNAL_NAME
                    .matcher(String.valueOf(file.getFileName()))
                    .matches()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory.resolve(SocketDirectory.SOCKET));
        Files.deleteIfExists(directory.resolve(SocketDirectory.LOCK));
        Files.deleteIfExists(directory);
    }

    private static List<Path> files(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(files::add);
        }
        return files;
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
