package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Modes as archives write them: nine bits, from the right to execute for others to the right to read for the owner. */
final class Modes {
    private Modes() {}

    /** Sets the mode of a file or directory, where the file system has such a thing. 0 means that none was written. */
    static void set(Path path, int mode) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || mode == 0) {
            return;
        }
        PosixFilePermission[] permissions = PosixFilePermission.values();
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < permissions.length; bit++) {
            // Declared from the owner's right to read on, which is the highest bit.
            if ((mode & (1 << (permissions.length - 1 - bit))) != 0) {
                granted.add(permissions[bit]);
            }
        }
        view.setPermissions(granted);
    }
}
