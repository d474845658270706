package io.github.isolation.archive;

import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Where archives are kept, for all builds of a user. The one class that knows:
 *
 * <pre>
 * cds/&lt;name&gt;/{archive, made-of, sum}   published by one move, never changed
 * cds/checked/&lt;name&gt;                  a class path whose jars do not shadow the infrastructure, or which one does
 * cds/locks/&lt;name&gt;.lock               held while an archive is made
 * cds/.tmp-&lt;random&gt;/                  being made
 * </pre>
 */
final class ArchiveStore {
    private static final int BUFFER = 1 << 16;

    private final Path directory;

    ArchiveStore(Path cacheDirectory) {
        this.directory = cacheDirectory.toAbsolutePath().normalize().resolve("cds");
    }

    /** An archive, if there is one and it is whole. */
    Optional<Path> find(Fingerprint madeOf) throws IOException {
        Path entry = entry(madeOf);
        Path archive = entry.resolve("archive");
        return madeOf.isIn(entry.resolve("made-of")) && Files.isRegularFile(archive)
                ? Optional.of(archive)
                : Optional.empty();
    }

    /**
     * Whether an archive is what was published. A file of the same size and time is; of any other the content is summed up,
     * because a JVM that maps a damaged archive may crash.
     */
    boolean isWhole(Path archive) throws IOException {
        Path recorded = archive.resolveSibling("sum");
        String[] sum =
                Files.isRegularFile(recorded) ? Files.readString(recorded).split(" ") : new String[0];
        return sum.length == 3
                && sum[0].equals(Long.toString(Files.size(archive)))
                && (sum[1].equals(time(archive)) || sum[2].equals(sum(archive)));
    }

    /** Removes an archive that is not whole. Files that another process has mapped may stay where files cannot be unlinked. */
    void delete(Path archive) throws IOException {
        for (String name : new String[] {"made-of", "sum", "archive"}) {
            Files.deleteIfExists(archive.resolveSibling(name));
        }
        Files.deleteIfExists(archive.getParent());
    }

    /** The right to make this archive; empty if another build is at it. */
    Optional<FileHold> tryLock(Fingerprint madeOf) throws IOException {
        return FileHold.tryAcquire(directory.resolve("locks").resolve(madeOf.name() + ".lock"), holder -> {});
    }

    /** A directory in which an archive can be made. */
    Path newDirectory() throws IOException {
        return Files.createDirectories(directory.resolve(".tmp-" + UUID.randomUUID()));
    }

    /** Makes what was made in such a directory the archive of this fingerprint, in one move. */
    void publish(Path made, Fingerprint madeOf) throws IOException {
        Path archive = made.resolve("archive");
        Files.writeString(made.resolve("made-of"), madeOf.text());
        Files.writeString(made.resolve("sum"), Files.size(archive) + " " + time(archive) + " " + sum(archive));
        Files.move(made, entry(madeOf), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was found out about a class path: the jar that shadows the infrastructure, or an empty text. */
    Optional<String> verdict(Fingerprint classPath) throws IOException {
        Path file = directory.resolve("checked").resolve(classPath.name());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String content = Files.readString(file);
        int text = content.indexOf('\n') + 1;
        return content.substring(text).equals(classPath.text())
                ? Optional.of(content.substring(0, text).strip())
                : Optional.empty();
    }

    /** Keeps what was found out about a class path. */
    void keepVerdict(Fingerprint classPath, String verdict) throws IOException {
        Path file = directory.resolve("checked").resolve(classPath.name());
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), ".tmp-", null);
        Files.writeString(written, verdict + "\n" + classPath.text());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path entry(Fingerprint madeOf) {
        return directory.resolve(madeOf.name());
    }

    private static String time(Path file) throws IOException {
        return Long.toString(Files.getLastModifiedTime(file).toMillis());
    }

    private static String sum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
