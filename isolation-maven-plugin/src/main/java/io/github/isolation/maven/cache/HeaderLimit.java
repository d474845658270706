package io.github.isolation.maven.cache;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * How much of a tar file may describe its entries, rather than be in them: the library reads all of that into memory, and keeps
 * what is for all entries that follow.
 */
final class HeaderLimit extends FilterInputStream {
    /** The longest path Linux knows has 4 kB; all of a file's extended attributes, 64. */
    private static final long LIMIT = 1_000_000;

    /** What the library puts where it cannot read. */
    static final char REPLACEMENT = '?';

    private static final int BLOCK = 512;
    private static final int TYPE = 156;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;

    private String last = "";
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private boolean inHeader;
    private long header;
    private long forAll;

    HeaderLimit(InputStream in) {
        super(in);
    }

    /** What is read from now on describes the entry after this one. */
    void beginHeader(String entryBefore) {
        last = entryBefore;
        inHeader = true;
        raw.reset();
        header = 0;
    }

    /** What is read from now on is in it. */
    void endHeader() {
        inHeader = false;
    }

    /** Whether the library had to put a replacement into this name, of the entry that was just described. */
    boolean isUnreadable(String name) {
        return name.indexOf(REPLACEMENT) >= 0 && !isUtf8(raw.toByteArray());
    }

    /** Whether bytes are text in UTF-8. */
    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (inHeader && read == BLOCK && bytes[offset + TYPE] == 'g') {
            forAll += size(bytes, offset);
            if (forAll > LIMIT) {
                throw UnpackingMemoryException.ofHeader(
                        "more than 1.0 MB of it describe all that follows '" + last + "'");
            }
        }
        count(Math.max(0, read));
        if (inHeader && read > 0) {
            raw.write(bytes, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws IOException {
        if (inHeader) {
            header += bytes;
            if (header > LIMIT) {
                throw UnpackingMemoryException.ofHeader(
                        "more than 1.0 MB of it describe the entry after '" + last + "'");
            }
        }
    }

    private static long size(byte[] bytes, int offset) {
        try {
            String octal = new String(bytes, offset + SIZE, SIZE_LENGTH, StandardCharsets.ISO_8859_1);
            return Long.parseLong(octal.replace("\0", "").strip(), 8);
        } catch (NumberFormatException e) {
            return LIMIT; // so large that it is written otherwise, or no header at all
        }
    }
}
