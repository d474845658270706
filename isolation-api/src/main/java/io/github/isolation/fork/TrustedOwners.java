package io.github.isolation.fork;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Whose files are believed: this process's user's, root's, and those of whoever owns the jar that this code came from. The last
 * one could do anything here anyway; it is somebody else where a container's root uses the local repository of a user.
 */
final class TrustedOwners {
    private static final int ROOT = 0;

    private TrustedOwners() {}

    /** Whether one of them owns it; a link is not followed. Yes where files have no owners. */
    static boolean own(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        if (Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(ROOT)) {
            return true;
        }
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        return owner.equals(user()) || ofThisCode().map(owner::equals).orElse(false);
    }

    /** The owner, for a message. */
    static String name(Path path) throws IOException {
        return Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .getOwner()
                .getName();
    }

    private static UserPrincipal user() throws IOException {
        Path process = Path.of("/proc/self");
        if (Files.isDirectory(process)) {
            return Files.getOwner(process);
        }
        Path own = Files.createTempFile("isolation", null);
        try {
            return Files.getOwner(own);
        } finally {
            Files.deleteIfExists(own);
        }
    }

    private static Optional<UserPrincipal> ofThisCode() throws IOException {
        CodeSource source = TrustedOwners.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Files.getOwner(Path.of(source.getLocation().toURI())));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // it came from something that is no file
        }
    }
}
