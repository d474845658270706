package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Modes as archives write them: nine bits, from the right to execute for others to the right to read for the owner. */
final class Modes {
    /** Reading, writing, executing; no set-user-id. */
    static final int ALL = 0777;

    /** From the owner's right to read on, which is the highest bit. */
    private static final List<PosixFilePermission> DECLARED = List.of(PosixFilePermission.values());

    private Modes() {}

    /** What the umask leaves of a mode, as seen on a directory that was just made; all of it where there are no modes. */
    static int umasked(Path newDirectory) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(newDirectory, PosixFileAttributeView.class);
        if (view == null) {
            return ALL;
        }
        int left = 0;
        for (PosixFilePermission permission : view.readAttributes().permissions()) {
            left |= bit(permission);
        }
        return left;
    }

    private static int bit(PosixFilePermission permission) {
        return 1 << (DECLARED.size() - 1 - DECLARED.indexOf(permission));
    }

    /** Sets the mode of a file or directory, where the file system has such a thing. 0 means that none was written. */
    static void set(Path path, int mode) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || mode == 0) {
            return;
        }
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission permission : DECLARED) {
            if ((mode & bit(permission)) != 0) {
                granted.add(permission);
            }
        }
        view.setPermissions(granted);
    }
}
