package io.github.isolation.maven.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs of the machine. */
public final class Programs {
    /** Where Debian and others have servers; only root has them on its {@code PATH}. */
    private static final String OF_SERVERS = "/usr/local/sbin" + File.pathSeparator + "/usr/sbin";

    private Programs() {}

    /** An executable file of this name in a directory of the {@code PATH}. */
    static Optional<Path> onPath(String name) {
        return on(Optional.ofNullable(System.getenv("PATH")).orElse(""), name);
    }

    /** As the other, and where servers are. */
    public static Optional<Path> server(String name) {
        return onPath(name).or(() -> on(OF_SERVERS, name));
    }

    /** As the other, with another {@code PATH}. */
    static Optional<Path> on(String path, String name) {
        for (String directory : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(directory).resolve(name).toAbsolutePath();
            if (!directory.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
