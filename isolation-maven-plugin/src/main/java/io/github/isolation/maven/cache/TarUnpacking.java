package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a tar file: files, directories and links. Devices and pipes are no fixtures. */
final class TarUnpacking {
    /** What tar files consist of. */
    private static final int BLOCK = 512;

    private TarUnpacking() {}

    static void unpack(InputStream in, SafeTree tree) throws IOException {
        String last = "the first one";
        HeaderLimit limit = new HeaderLimit(in);
        TarArchiveInputStream tar = new TarArchiveInputStream(limit, StandardCharsets.UTF_8.name());
        while (true) {
            limit.beginHeader(last);
            TarArchiveEntry entry = next(tar, last);
            limit.endHeader();
            if (entry == null) {
                break;
            }
            last = entry.getName();
            if (limit.isUnreadable(last + entry.getLinkName())) {
                tree.unreadable(last);
            }
            unpack(tar, entry, tree);
            tree.skip(last, tar);
        }
        if (tar.getBytesRead() % BLOCK != 0) {
            throw new IOException("it is damaged: it ends in the middle of a block, after its entry '" + last + "'");
        }
        tree.finish();
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, String last) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw UnpackingMemoryException.orElse(
                    e, new IOException("it is damaged at or after its entry '" + last + "': " + e.getMessage(), e));
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, SafeTree tree) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            tree.directory(name, entry.getMode());
        } else if (entry.isSymbolicLink()) {
            tree.symbolicLink(name, entry.getLinkName());
        } else if (entry.isLink()) {
            tree.hardLink(name, entry.getLinkName());
        } else if (entry.isFile() && !entry.isFIFO() && !entry.isCharacterDevice() && !entry.isBlockDevice()) {
            if (!tar.canReadEntryData(entry)) {
                throw SafeTree.refusal(name, "written in a way that cannot be read here");
            }
            tree.file(
                    name,
                    entry.getMode(),
                    FileTime.from(entry.getLastModifiedDate().toInstant()),
                    tar);
        } else {
            throw SafeTree.refusal(name, "neither a file nor a directory nor a link");
        }
    }
}
