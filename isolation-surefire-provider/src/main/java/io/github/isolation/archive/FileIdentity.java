package io.github.isolation.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells without reading a file whether it is the one that was seen before: size, time, inode and, where there is one,
 * the time of its last change, which nobody can set back.
 */
final class FileIdentity {
    private FileIdentity() {}

    /** In one word. */
    static String of(Path file) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        return seen.size() + "/" + seen.lastModifiedTime().toMillis() + "/" + seen.fileKey() + "/" + changed(file);
    }

    private static String changed(Path file) throws IOException {
        try {
            return String.valueOf(Files.getAttribute(file, "unix:ctime"));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return ""; // Windows has none
        }
    }
}
