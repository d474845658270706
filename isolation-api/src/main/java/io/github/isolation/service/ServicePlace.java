package io.github.isolation.service;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a service of one fork are. Everything that may hold a password is for nobody else to read.
 *
 * @param services of the fork
 * @param id of the service
 */
record ServicePlace(Path services, String id) {
    private static final Set<PosixFilePermission> OWNERS_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");

    ServicePlace(ForkLayout layout, String slot, String id) {
        this(layout.services(slot), id);
    }

    Path directory() {
        return services.resolve(id);
    }

    Path log() {
        return services.resolve(id + ".log");
    }

    /** Which process it is. */
    Path process() {
        return services.resolve(id + ".process");
    }

    Path password() {
        return directory().resolve(".password");
    }

    /** Where its data are seeded. */
    Path dataDirectory() {
        return directory().resolve("data");
    }

    /** What {@code @{data}} is. */
    Path data(@Nullable Seed seed) {
        return seed == null ? dataDirectory().resolve("new") : seed.place(dataDirectory());
    }

    void make() throws IOException {
        Files.createDirectories(directory());
        PosixFileAttributeView view = Files.getFileAttributeView(directory(), PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(OWNERS_DIRECTORY);
        }
    }

    /** Writes a file that only this user can read, at no moment anybody else. */
    void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileAttributeView(directory(), PosixFileAttributeView.class) == null) {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS_FILE));
        Files.writeString(file, text);
    }
}
