package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Unpacks a zip file by its central directory, as all tools do: that is where modes and links are. */
final class ZipUnpacking {
    private ZipUnpacking() {}

    static void unpack(Path archive, SafeTree tree) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                unpack(zip, entry, tree);
            }
        } catch (ZipException e) {
            throw new IOException("it cannot be unpacked: " + e.getMessage(), e);
        }
        tree.finish();
    }

    /** The library would decompress these with as much memory as they ask for. */
    private static InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        if (method == ZipMethod.XZ) {
            return Decoder.of(CompressorStreamFactory.XZ, zip.getRawInputStream(entry));
        }
        return method == ZipMethod.ZSTD || method == ZipMethod.ZSTD_DEPRECATED
                ? Decoder.of(CompressorStreamFactory.ZSTANDARD, zip.getRawInputStream(entry))
                : zip.getInputStream(entry);
    }

    private static void unpack(ZipFile zip, ZipArchiveEntry entry, SafeTree tree) throws IOException {
        String name = entry.getName();
        if (!zip.canReadEntryData(entry)) {
            throw SafeTree.refusal(name, "encrypted, or compressed in a way that cannot be read here");
        }
        if (name.indexOf(HeaderLimit.REPLACEMENT) >= 0 && !HeaderLimit.isUtf8(entry.getRawName())) {
            tree.unreadable(name);
        }
        if (entry.isDirectory()) {
            tree.directory(name, entry.getUnixMode());
            return;
        }
        try (InputStream in = content(zip, entry)) {
            if (entry.isUnixSymlink()) {
                tree.symbolicLink(name, new String(in.readNBytes(4096), StandardCharsets.UTF_8));
            } else {
                FileTime modified = entry.getLastModifiedTime();
                tree.file(name, entry.getUnixMode(), modified == null ? FileTime.fromMillis(0) : modified, in);
            }
        }
    }
}
