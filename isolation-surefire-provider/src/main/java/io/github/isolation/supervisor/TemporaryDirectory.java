package io.github.isolation.supervisor;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.ShortHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the temporary files of a fork are: in its own directory, or, where the path of that is so long that a Unix domain
 * socket in it would have no room, in a short one among the temporary files of the system. That one is named after the
 * fork's directory, so that the next run finds what a killed one left; only its owner may enter it, and it goes when the run
 * ends.
 *
 * <pre>
 * &lt;system's&gt;/iso-&lt;hash of the fork's directory&gt;/lock   held by the run that uses it: containers may share the system's directory, and their paths
 * &lt;system's&gt;/iso-&lt;hash of the fork's directory&gt;/t      java.io.tmpdir
 * </pre>
 */
final class TemporaryDirectory implements AutoCloseable {
    /** A socket's path has 108 bytes at most, 104 on macOS; libraries put a directory and a name below what they are given. */
    static final int LONGEST = 70;

    private static final String PREFIX = "iso-";
    private static final String FILES = "t";
    private static final String LOCK = "lock";

    private final Path path;
    private final @Nullable FileHold hold;

    private TemporaryDirectory(Path path, @Nullable FileHold hold) {
        this.path = path;
        this.hold = hold;
    }

    /**
     * For a fork that is to have its temporary files in this place of its directory.
     *
     * @param ofTheSystem where everybody else has them
     * @param note is told if the long one must do
     */
    static TemporaryDirectory make(Path usual, Path ofTheSystem, Consumer<String> note) throws IOException {
        if (length(usual) <= LONGEST) {
            return new TemporaryDirectory(Files.createDirectories(usual), null);
        }
        Path named = ofTheSystem.toAbsolutePath().normalize().resolve(PREFIX + ShortHash.of(usual.toString()));
        String why = "the system's own (" + ofTheSystem + ") is no shorter";
        if (length(named.resolve(FILES)) <= LONGEST) {
            try {
                return makeShort(named);
            } catch (IOException e) {
                why = FileErrors.text(e);
            }
        }
        note.accept("isolation: java.io.tmpdir of a fork is " + usual + ", " + length(usual)
                + " bytes long, which leaves"
                + " little room for the names of Unix domain sockets. A shorter one cannot be made: " + why
                + ". Choose a shorter <directory> (isolation.directory) if sockets are not found");
        return new TemporaryDirectory(Files.createDirectories(usual), null);
    }

    /** What {@code java.io.tmpdir} is. */
    Path path() {
        return path;
    }

    /** Under the name that will be found again, unless somebody else has that. */
    private static TemporaryDirectory makeShort(Path named) throws IOException {
        Path fresh = Files.createTempDirectory(named.resolveSibling(""), PREFIX); // 0700 where there are permissions
        Path home = claim(named, fresh) ? named : fresh;
        Optional<FileHold> hold = FileHold.tryAcquire(home.resolve(LOCK), holder -> {});
        if (hold.isPresent() && isEmptied(home, hold.get())) {
            return in(home, hold.get());
        }
        Path unheardOf = Files.createTempDirectory(named.resolveSibling(""), PREFIX);
        return in(unheardOf, FileHold.acquire(unheardOf.resolve(LOCK), holder -> {}));
    }

    private static TemporaryDirectory in(Path home, FileHold hold) throws IOException {
        return new TemporaryDirectory(Files.createDirectory(home.resolve(FILES)), hold);
    }

    /** A run that was killed may have left files, and among them some of another user: a container's root, say. */
    private static boolean isEmptied(Path home, FileHold hold) throws IOException {
        try {
            FileTrees.delete(home.resolve(FILES));
            return true;
        } catch (IOException e) {
            hold.close();
            return false;
        }
    }

    /** Whether the name is ours now: by a move, which nobody can come between, or because it has been ours before. */
    private static boolean claim(Path named, Path fresh) throws IOException {
        try {
            Files.move(fresh, named, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (!isOurs(named, fresh)) {
                return false;
            }
            Files.delete(fresh);
            return true;
        }
    }

    private static boolean isOurs(Path named, Path fresh) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(named, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return seen.isDirectory() && rights(named).equals(rights(fresh));
    }

    /** Whose it is, and who may enter it. */
    private static Map<String, Object> rights(Path path) throws IOException {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix ? Files.readAttributes(path, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS) : Map.of();
    }

    private static int length(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Removes a short one; others belong to the fork's directory, and stay to be looked at. */
    @Override
    public void close() throws IOException {
        if (hold != null) {
            Path home = path.resolveSibling("");
            FileTrees.delete(path);
            hold.close();
            FileTrees.delete(home);
        }
    }
}
