package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Somebody else on this machine, with files of their own. Only root can make them somebody's. */
public final class OtherUser {
    private static final int NOBODY_IN_PARTICULAR = 54321;

    private OtherUser() {}

    /** Makes a file, directory or link theirs; false if this process may not. */
    public static boolean give(Path path) {
        try {
            Files.setAttribute(path, "unix:uid", NOBODY_IN_PARTICULAR, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
