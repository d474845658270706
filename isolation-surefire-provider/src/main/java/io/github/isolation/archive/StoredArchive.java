package io.github.isolation.archive;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An archive in the cache, for those who look after that. */
public final class StoredArchive {
    private final ArchiveStore store;
    private final String name;

    StoredArchive(ArchiveStore store, String name) {
        this.store = store;
        this.name = name;
    }

    /** All there are. */
    public static List<StoredArchive> all(Path cacheDirectory) throws IOException {
        ArchiveStore store = new ArchiveStore(cacheDirectory);
        List<StoredArchive> all = new ArrayList<>();
        if (Files.isDirectory(store.directory())) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                    store.directory(), entry -> Files.isRegularFile(entry.resolve("archive")))) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    // What is being made is not there yet.
                    if (!name.startsWith(".")) {
                        all.add(new StoredArchive(store, name));
                    }
                }
            }
        }
        return all;
    }

    /** Its name among the others. */
    public String name() {
        return name;
    }

    /** All of its files. */
    public Path directory() {
        return store.directory().resolve(name);
    }

    /** When an execution began to use it, or when it was made. */
    public Instant lastUsed() throws IOException {
        Instant made = Files.getLastModifiedTime(directory()).toInstant();
        Instant used = store.uses(name).last();
        return used.isAfter(made) ? used : made;
    }

    /** Removes it, unless a supervisor whose workers use it is alive. Says whether it is gone. */
    public boolean removeUnlessUsed() throws IOException {
        Optional<FileHold> gate = store.tryGate(name);
        if (gate.isEmpty()) {
            return false;
        }
        try (FileHold held = gate.get()) {
            assert held != null : "nobody marks it while it is removed";
            if (store.uses(name).byAnybody()) {
                return false;
            }
            store.remove(name);
            return true;
        }
    }

    /** Removes what killed JVMs left half made, and what was found damaged. */
    public static void sweep(Path cacheDirectory) throws IOException {
        ArchiveStore store = new ArchiveStore(cacheDirectory);
        store.sweep();
        FileTrees.delete(store.damaged());
    }
}
