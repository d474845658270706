package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The directory that holds fixtures, class-data archives and what {@code once} made, for all builds of a user: what is in there
 * is believed, and some of it is run. So nobody else may look into it or change it, whatever the umask is; a group may, where the
 * directory says so by its mode: 2770, given by hand.
 */
public final class CacheDirectory {
    private static final String QUARANTINE = "quarantine";

    /** What file systems keep in their own directory. */
    private static final String LOST = "lost+found";

    /** Everything we keep there. */
    private static final Set<String> OURS =
            Set.of("entries", "partial", "checksums", "locks", "uses", QUARANTINE, "cds", "once");

    private static final int PRIVATE = 0700;
    private static final int SHARED = 02770;
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITE = 0020;
    private static final int STICKY = 01000;
    private static final int PERMISSIONS = 0777;

    private CacheDirectory() {}

    /**
     * Makes it, or closes it to others.
     *
     * @param say is told in one line what was found and changed
     * @throws IOException if it is somebody else's, or cannot be closed
     */
    public static synchronized void require(Path directory, Consumer<String> say) throws IOException {
        if (!Files.exists(directory)) {
            make(directory);
        }
        requireIfThere(directory, say);
    }

    /** As {@link #require}, for those who only look. */
    public static synchronized void requireIfThere(Path directory, Consumer<String> say) throws IOException {
        if (!Files.exists(directory) || !hasModes(directory)) {
            return;
        }
        Path place = directory.toRealPath();
        for (Path owned : List.of(directory, place)) {
            if (!TrustedOwners.own(owned)) {
                throw new IOException("the cache " + directory + " belongs to '" + TrustedOwners.name(owned)
                        + "', who can change what is in it; name another directory (isolation.cacheDirectory), or make"
                        + " it yours (chown)");
            }
        }
        int mode = mode(place);
        int allowed = isShared(mode) ? SHARED : PRIVATE;
        if ((mode & PERMISSIONS & ~allowed) != 0) {
            close(place, mode, allowed, say);
        }
    }

    /** Whether something in the cache is of somebody whose files are believed; in a group's cache, of anybody. */
    public static boolean isOwn(Path file, Path cacheDirectory) throws IOException {
        return TrustedOwners.own(file) || (hasModes(cacheDirectory) && isShared(mode(cacheDirectory)));
    }

    /** Who owns it, for a message. */
    public static String owner(Path file) throws IOException {
        return TrustedOwners.name(file);
    }

    private static void make(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (hasModes(parent == null ? absolute : parent)) {
                Files.createDirectory(
                        absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(absolute);
            }
        } catch (FileAlreadyExistsException e) {
            // Another build was faster.
        }
    }

    private static void close(Path directory, int mode, int allowed, Consumer<String> say) throws IOException {
        boolean changeable = (mode & ~allowed & (OTHERS_WRITE | GROUP_WRITE)) != 0;
        boolean ours = holdsOnlyOurs(directory);
        if (!changeable && !ours) {
            closeChildren(directory);
            return;
        }
        String found = "the cache " + directory + " may be " + (changeable ? "changed" : "read") + " by others ("
                + Integer.toOctalString(mode) + ")";
        String another =
                "name another directory (isolation.cacheDirectory), " + directory.resolve("isolation") + " for example";
        if ((mode & STICKY) != 0 || !ours) {
            throw new IOException(
                    found + ", and there are other things in it, or it is meant for everybody; " + another);
        }
        if (!set(directory, mode & allowed)) {
            if (changeable) {
                throw new IOException(found + ", and this user may not close it; " + another
                        + ", or let its owner close" + " it (chmod 700)");
            }
            return; // prepared by root, for us to read
        }
        boolean closed = (mode(directory) & PERMISSIONS & ~allowed) == 0;
        boolean distrusted = closed && (mode & OTHERS_WRITE) != 0 && putAside(directory);
        say.accept("isolation: " + found
                + (closed ? "; now it is for this user alone" : ", and its file system knows no other modes")
                + (distrusted
                        ? ". What was in it, anybody may have made: it is made again. The old is kept in "
                                + directory.resolve(QUARANTINE)
                        : ""));
    }

    /** Where there are other things, which others may look at, only what is ours is closed. */
    private static void closeChildren(Path directory) throws IOException {
        for (String name : OURS) {
            Path child = directory.resolve(name);
            if (!Files.exists(child) && Files.isWritable(directory)) {
                make(child);
            }
            if (Files.exists(child) && (mode(child) & OTHERS_WRITE) != 0) {
                throw new IOException("the cache may be changed by others in " + child
                        + "; remove that, or name another" + " directory (isolation.cacheDirectory)");
            }
        }
    }

    private static boolean set(Path directory, int mode) {
        try {
            Files.setAttribute(directory, "unix:mode", mode);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holdsOnlyOurs(Path directory) throws IOException {
        return children(directory).stream().allMatch(child -> OURS.contains(String.valueOf(child.getFileName())));
    }

    /** Moves everything out of the way, without a look into it: who has made it may still be at it. */
    private static boolean putAside(Path directory) throws IOException {
        List<Path> children = children(directory);
        if (children.isEmpty()) {
            return false;
        }
        String name = "changeable-by-others-" + UUID.randomUUID();
        Path aside = Files.createDirectory(directory.resolve(name));
        for (Path child : children) {
            Files.move(child, aside.resolve(child.getFileName()));
        }
        Path quarantine = Files.createDirectory(directory.resolve(QUARANTINE));
        Files.move(aside, quarantine.resolve(name));
        return true;
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(
                directory, child -> !String.valueOf(child.getFileName()).equals(LOST))) {
            stream.forEach(children::add);
        }
        return children;
    }

    private static boolean isShared(int mode) {
        return (mode & SHARED) == SHARED;
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode") & 07777;
    }
}
