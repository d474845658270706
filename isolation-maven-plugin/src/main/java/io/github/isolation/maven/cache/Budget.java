package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How much may still come out of an archive: a small file can hold a petabyte of zeros. */
final class Budget {
    /** Each entry costs something on the disk, also an empty one. */
    private static final long ENTRY = 512;

    private final long limit;
    private long spent;

    Budget(long limit) {
        this.limit = limit;
    }

    /** Copies what is in an entry to a file that is not there yet. */
    void copy(InputStream in, Path target, String entry) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            for (int read = read(in, buffer, entry); read >= 0; read = read(in, buffer, entry)) {
                spend(read, entry);
                out.write(buffer, 0, read);
            }
        }
    }

    private static int read(InputStream in, byte[] buffer, String entry) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw UnpackingMemoryException.orElse(
                    e, new IOException("it is damaged in its entry '" + entry + "': " + e.getMessage(), e));
        }
    }

    /** Reads what is left of an entry and belongs nowhere: that costs time. */
    void skip(InputStream in, String entry) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = read(in, buffer, entry); read >= 0; read = read(in, buffer, entry)) {
            spend(read, entry);
        }
    }

    /** Counts an entry. */
    void entry(String name) throws IOException {
        spend(ENTRY, name);
    }

    private void spend(long bytes, String entry) throws IOException {
        spent += bytes;
        if (spent > limit) {
            throw new IOException("it is refused: with its entry '" + entry + "' more than " + HumanFormat.size(limit)
                    + " come out of it. If that is right, say how much it may be: <unpackLimit>"
                    + HumanFormat.size(2 * limit) + "</unpackLimit>");
        }
    }
}
