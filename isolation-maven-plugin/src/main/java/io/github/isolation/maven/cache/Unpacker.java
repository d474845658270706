package io.github.isolation.maven.cache;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
     */
    static void unpack(Path archive, Path target, long limit) throws IOException {
        Budget budget = new Budget(limit > 0 ? limit : Math.max(ALWAYS_ALLOWED, USUAL_RATIO * Files.size(archive)));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            String compressor = compressor(in);
            if (compressor != null) {
                try (InputStream inner = new BufferedInputStream(
                        new CompressorStreamFactory(true).createCompressorInputStream(compressor, in))) {
                    if (isTar(inner)) {
                        TarUnpacking.unpack(inner, new SafeTree(target, budget));
                    } else {
                        budget.copy(inner, target, "the file in it");
                    }
                }
            } else if (isTar(in)) {
                TarUnpacking.unpack(in, new SafeTree(target, budget));
            } else if (isZip(in)) {
                ZipUnpacking.unpack(archive, new SafeTree(target, budget));
            } else {
                throw new IOException("<unpack>true</unpack>, but it is neither a zip or jar file nor a tar file, and"
                        + " not compressed by gzip, bzip2, xz or zstd");
            }
        } catch (CompressorException e) {
            throw new IOException("it cannot be unpacked: " + e.getMessage(), e);
        }
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
