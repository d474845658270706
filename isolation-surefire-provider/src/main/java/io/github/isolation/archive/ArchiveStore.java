package io.github.isolation.archive;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.CacheDirectory;
import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.UseMarks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Where archives are kept, for all builds of a user. The one class that knows:
 *
 * <pre>
 * cds/&lt;name&gt;/{archive, made-of, sum}   published by one move; the archive is never changed
 * cds/&lt;name&gt;/usual                    the classes that most workers of a suite load, if it is that suite's archive
 * cds/damaged/&lt;name&gt;/                 the last archive that was found damaged, or of no use, for who wants to know why
 * cds/checked/&lt;name&gt;                  a class path whose jars do not shadow the infrastructure, or which one does
 * cds/failed/&lt;name&gt;                   why the last build made no archive, for the next one to say
 * cds/suites/&lt;name&gt;/{jars, archive}    what is in the jars of a suite that has an archive of its own, and which one that is
 * cds/locks/&lt;name&gt;.lock               held while an archive is made
 * cds/locks/&lt;name&gt;.uses.lock          held while an archive is marked as used, or removed
 * cds/uses/&lt;name&gt;/                    who uses an archive, and when it was used last
 * cds/.tmp-&lt;random&gt;/                  being made
 * </pre>
 */
final class ArchiveStore {
    private static final int BUFFER = 1 << 16;
    /** Where in the words of the file "sum". */
    private static final int CONTENT = 0;

    private static final int IDENTITY = 1;
    /** To make one takes five minutes at most. */
    private static final Duration ABANDONED = Duration.ofHours(1);
    /** Until this JVM ends. */
    private static final Map<Path, FileHold> HELD = new ConcurrentHashMap<>();

    private final Path directory;

    ArchiveStore(Path cacheDirectory) {
        this.directory = cacheDirectory.toAbsolutePath().normalize().resolve("cds");
    }

    /** An archive, if there is one and it is whole. */
    Optional<Path> find(Fingerprint madeOf) throws IOException {
        Path entry = entry(madeOf);
        Path archive = entry.resolve("archive");
        // What is not this user's, somebody else may have put there, and workers would run it.
        return madeOf.isIn(entry.resolve("made-of"))
                        && Files.isRegularFile(archive)
                        && CacheDirectory.isOwn(entry, cache())
                        && CacheDirectory.isOwn(archive, cache())
                ? Optional.of(archive)
                : Optional.empty();
    }

    /** As {@link #find}; it stays until this JVM has ended, whoever cleans up. */
    Optional<Path> findToUse(Fingerprint madeOf) throws IOException {
        try (FileHold gate = FileHold.acquire(gate(madeOf.name()), holder -> {})) {
            assert gate != null : "nobody removes it while it is marked";
            Optional<Path> found = find(madeOf);
            if (found.isPresent()) {
                UseMarks uses = uses(madeOf.name());
                uses.touch();
                if (!HELD.containsKey(uses.directory())) {
                    HELD.put(uses.directory(), uses.mark());
                }
            }
            return found;
        } catch (IOException e) {
            // Who may only read the cache uses it without a mark; a JVM whose archive is gone starts without it.
            return find(madeOf);
        }
    }

    /** The right to look who uses an archive; empty if somebody else is at it. */
    Optional<FileHold> tryGate(String name) throws IOException {
        return FileHold.tryAcquire(gate(name), holder -> {});
    }

    UseMarks uses(String name) {
        return new UseMarks(directory.resolve("uses").resolve(name));
    }

    private Path cache() {
        return directory.resolveSibling("");
    }

    Path directory() {
        return directory;
    }

    /** Removes an archive, by a move first, so that nobody finds half of it. The caller has passed the gate. */
    void remove(String name) throws IOException {
        forgetSuitesOf(name);
        Path out = directory.resolve(".tmp-" + UUID.randomUUID());
        Files.move(directory.resolve(name), out, StandardCopyOption.ATOMIC_MOVE);
        FileTrees.delete(out);
        FileTrees.delete(uses(name).directory());
    }

    /** Removes what was begun long ago and is not there yet. */
    void sweep() throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> begun = Files.newDirectoryStream(directory, ".tmp-*")) {
                for (Path path : begun) {
                    if (Files.getLastModifiedTime(path)
                            .toInstant()
                            .isBefore(Instant.now().minus(ABANDONED))) {
                        FileTrees.delete(path);
                    }
                }
            }
        }
    }

    private Path gate(String name) {
        return directory.resolve("locks").resolve(name + ".uses.lock");
    }

    /**
     * Whether an archive is what was published. The very file is; of any other, one that came out of a backup for example,
     * the content is summed up, because a JVM that maps a damaged archive may crash.
     */
    boolean isWhole(Path archive) throws IOException {
        if (recorded(archive)[IDENTITY].equals(FileIdentity.of(archive))) {
            return true;
        }
        boolean whole = hasItsContent(archive);
        if (whole) {
            rememberIdentity(archive);
        }
        return whole;
    }

    /** Whether the content is what was published, whatever file it is in: disks forget, and tell nobody. */
    boolean hasItsContent(Path archive) throws IOException {
        return recorded(archive)[CONTENT].equals(sum(archive));
    }

    /** Takes an archive out of use, in one move. Says where it is now. */
    Path setAside(Fingerprint madeOf) throws IOException {
        Path place = damaged().resolve(madeOf.name());
        Files.createDirectories(place.getParent());
        FileTrees.delete(place);
        return Files.move(entry(madeOf), place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where those are that were taken out of use. */
    Path damaged() {
        return directory.resolve("damaged");
    }

    /** Sum and identity, as they were written down; empty words if they were not. */
    private static String[] recorded(Path archive) throws IOException {
        Path file = archive.resolveSibling("sum");
        String[] words = Files.isRegularFile(file) ? Files.readString(file).split(" ", 2) : new String[0];
        return words.length == 2 ? words : new String[] {"", ""};
    }

    private static void rememberIdentity(Path archive) {
        try {
            write(archive.resolveSibling("sum"), sum(archive) + " " + FileIdentity.of(archive));
        } catch (IOException e) {
            // Who may only read the cache sums up every time.
        }
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
        Files.writeString(made.resolve("sum"), sum(archive) + " " + FileIdentity.of(archive));
        for (String name : new String[] {"archive", "made-of", "sum"}) {
            force(made.resolve(name));
        }
        Files.move(made, entry(madeOf), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(failed(madeOf));
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
        write(directory.resolve("checked").resolve(classPath.name()), verdict + "\n" + classPath.text());
    }

    /** What was found out about the jars of a suite; empty if they are not these any more, or if it cannot be read. */
    Optional<byte[]> contents(String owner, Fingerprint jars) throws IOException {
        Path file = suite(owner).resolve("jars");
        byte[] all = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        byte[] head = jars.text().getBytes(StandardCharsets.UTF_8);
        int from = head.length + Long.BYTES;
        if (all.length < from || !Arrays.equals(all, 0, head.length, head, 0, head.length)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(all, from, all.length);
        return ByteBuffer.wrap(all, head.length, Long.BYTES).getLong() == sum(content)
                ? Optional.of(content)
                : Optional.empty();
    }

    /** Keeps what was found out about the jars of a suite, in place of what was known of others. */
    void keepContents(String owner, Fingerprint jars, byte[] content) throws IOException {
        byte[] head = jars.text().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(head.length + Long.BYTES + content.length);
        all.put(head).putLong(sum(content)).put(content);
        write(suite(owner).resolve("jars"), all.array());
    }

    private static long sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    /** From now on, this archive is that of a suite. Says which one was, if that was another. */
    Optional<String> succeed(String owner, Fingerprint madeOf) throws IOException {
        Path file = suite(owner).resolve("archive");
        String before = Files.isRegularFile(file) ? Files.readString(file) : "";
        write(file, madeOf.name().getBytes(StandardCharsets.US_ASCII));
        return before.matches("[0-9a-f]+") && !before.equals(madeOf.name()) ? Optional.of(before) : Optional.empty();
    }

    private void forgetSuitesOf(String name) throws IOException {
        Path suites = directory.resolve("suites");
        if (Files.isDirectory(suites)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(suites)) {
                for (Path suite : all) {
                    Path file = suite.resolve("archive");
                    if (Files.isRegularFile(file) && Files.readString(file).equals(name)) {
                        FileTrees.delete(suite);
                    }
                }
            }
        }
    }

    private Path suite(String owner) {
        return directory.resolve("suites").resolve(new Fingerprint(owner).name());
    }

    /** Leaves word why there is no archive, for the next build: this one has said its last when it knows. */
    void leaveWord(Fingerprint madeOf, String why) throws IOException {
        write(failed(madeOf), why);
    }

    /** The word that the last build has left, once. */
    Optional<String> takeWord(Fingerprint madeOf) {
        Path file = failed(madeOf);
        try {
            String why = Files.readString(file);
            Files.delete(file);
            return Optional.of(why);
        } catch (IOException e) {
            return Optional.empty(); // there is none, another build has just taken it, or the cache is for reading only
        }
    }

    private static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), ".tmp-", null);
        Files.write(written, content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path failed(Fingerprint madeOf) {
        return directory.resolve("failed").resolve(madeOf.name());
    }

    private Path entry(Fingerprint madeOf) {
        return directory.resolve(madeOf.name());
    }

    /** After a power cut there is all of a file under its final name, or nothing. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
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
