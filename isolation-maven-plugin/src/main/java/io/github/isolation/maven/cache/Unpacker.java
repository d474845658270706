package io.github.isolation.maven.cache;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive, and nothing outside of the directory it is unpacked to (L36).
 *
 * <p>What kind of archive it is, its first bytes say: the end of a URL often does not. A file that is compressed and no
 * archive becomes a file.
 */
final class Unpacker {
    /** Less is never a bomb. */
    private static final long ALWAYS_ALLOWED = 1 << 30;

    /** Text compresses to a tenth; a hundredth is what bombs do. */
    private static final long USUAL_RATIO = 100;

    private Unpacker() {}

    /**
     * Unpacks to {@code target}, which is not there yet.
     *
     * @param limit how many bytes may come out; 0 for a hundred times as many as go in, and at least 1 GiB
     * @return the names in it that are not UTF-8
     */
    static List<String> unpack(Path archive, Path target, long limit) throws IOException {
        Budget budget = new Budget(limit > 0 ? limit : Math.max(ALWAYS_ALLOWED, USUAL_RATIO * Files.size(archive)));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            return unpack(in, archive, target, budget);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw UnpackingMemoryException.ofEverything(e);
        } catch (RuntimeException e) {
            throw new IOException(SafeTree.printable("it is damaged: " + e), e);
        } catch (IOException e) {
            // What is in an archive may also be in the words of the library, and is nothing for a terminal.
            String message = String.valueOf(e.getMessage());
            String printable = SafeTree.printable(message);
            throw message.equals(printable) ? e : new IOException(printable);
        }
    }

    private static List<String> unpack(InputStream in, Path archive, Path target, Budget budget) throws IOException {
        String compressor = compressor(in);
        if (compressor != null) {
            try (InputStream inner = new BufferedInputStream(Decoder.of(compressor, in))) {
                if (isTar(inner)) {
                    return tar(inner, new SafeTree(target, budget));
                }
                budget.copy(inner, target, "the file in it");
                return List.of();
            }
        }
        if (isTar(in)) {
            return tar(in, new SafeTree(target, budget));
        }
        if (isZip(in)) {
            SafeTree tree = new SafeTree(target, budget);
            ZipUnpacking.unpack(archive, tree);
            return tree.unreadable();
        }
        throw new IOException("<unpack>true</unpack>, but it is neither a zip or jar file nor a tar file, and"
                + " not compressed by gzip, bzip2, xz or zstd");
    }

    private static List<String> tar(InputStream in, SafeTree tree) throws IOException {
        TarUnpacking.unpack(in, tree);
        return tree.unreadable();
    }

    private static @Nullable String compressor(InputStream in) {
        try {
            String name = CompressorStreamFactory.detect(in);
            return switch (name) {
                case CompressorStreamFactory.GZIP,
                        CompressorStreamFactory.BZIP2,
                        CompressorStreamFactory.XZ,
                        CompressorStreamFactory.ZSTANDARD -> name;
                default -> null;
            };
        } catch (CompressorException e) {
            return null;
        }
    }

    private static boolean isTar(InputStream in) {
        return ArchiveStreamFactory.TAR.equals(archiver(in));
    }

    private static boolean isZip(InputStream in) {
        return ArchiveStreamFactory.ZIP.equals(archiver(in)) || ArchiveStreamFactory.JAR.equals(archiver(in));
    }

    private static String archiver(InputStream in) {
        try {
            return ArchiveStreamFactory.detect(in);
        } catch (ArchiveException e) {
            return "none";
        }
    }
}
