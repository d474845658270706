package io.github.isolation.maven.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords, and places for them: files that nobody else may read, and nothing else. */
final class Passwords {
    private static final int BYTES = 16;

    private Passwords() {}

    /** Letters and digits only, so that it can be written into an address as it is. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A new directory that nobody else may enter. */
    static void directory(Path directory) throws IOException {
        Files.createDirectory(directory, attributes(directory, "rwx------"));
    }

    /** A new file with this text, for this user alone from the first moment on. */
    static void write(Path file, String text) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
        Files.writeString(file, text);
    }

    private static FileAttribute<?>[] attributes(Path file, String modes) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))}
                : new FileAttribute<?>[0];
    }
}
