package io.github.isolation.maven.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives as their enemies write them: names and links are put in as they are given. */
final class Archives {
    /** What is in every file. */
    static final String CONTENT = "hello";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
    private final List<String> zipNames = new ArrayList<>();

    Archives() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** A file of five bytes. */
    Archives file(String name) throws IOException {
        return file(name, 0644, CONTENT.getBytes(StandardCharsets.UTF_8));
    }

    /** A file. */
    Archives file(String name, int mode, byte[] content) throws IOException {
        zipNames.add(name);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
    }

    /** A symbolic link. */
    Archives link(String name, String target) throws IOException {
        return special(name, TarConstants.LF_SYMLINK, target);
    }

    /** A hard link. */
    Archives hardLink(String name, String target) throws IOException {
        return special(name, TarConstants.LF_LINK, target);
    }

    /** Anything that has no content. */
    Archives special(String name, byte type, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    /** All of it, as a tar file. */
    byte[] tar() throws IOException {
        tar.finish();
        return bytes.toByteArray();
    }

    /** All of it, as a tar file at this place. */
    Path tar(Path file) throws IOException {
        return Files.write(file, tar());
    }

    /** The files of it, as a zip file; and as many links. */
    Path zip(Path file, String... namesAndTargets) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (String name : zipNames) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(CONTENT.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
            for (int i = 0; i < namesAndTargets.length; i += 2) {
                ZipArchiveEntry link = new ZipArchiveEntry(namesAndTargets[i]);
                link.setUnixMode(0120777);
                zip.putArchiveEntry(link);
                zip.write(namesAndTargets[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return file;
    }
}
