package io.github.isolation.maven.cache;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.jspecify.annotations.Nullable;

/** What comes out of a compressed file, for as much memory as that may take. */
final class Decoder extends FilterInputStream {
    private static final int KIB = 1024;

    /** A decoder that has failed goes on as if nothing had happened, with other errors. */
    private @Nullable IOException failed;

    private Decoder(InputStream in) {
        super(in);
    }

    /** Of one of the compressors of {@link CompressorStreamFactory}. */
    static InputStream of(String compressor, InputStream in) throws IOException {
        try {
            return new Decoder(
                    compressor.equals(CompressorStreamFactory.ZSTANDARD)
                            ? new ZstdInputStream(in).setLongMax(UnpackingMemoryException.LONGEST_WINDOW_LOG)
                            : new CompressorStreamFactory(true, (int) (UnpackingMemoryException.ofHeap() / KIB))
                                    .createCompressorInputStream(compressor, in));
        } catch (CompressorException e) {
            throw explained(new IOException("it cannot be unpacked: " + e.getMessage(), e));
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (failed != null) {
            throw failed;
        }
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            failed = explained(e);
            throw failed;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static IOException explained(IOException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MemoryLimitException limit) {
                return UnpackingMemoryException.ofDecoder(limit.getMemoryNeededInKb() * KIB, error);
            }
            if (String.valueOf(cause.getMessage()).contains("too much memory")) {
                return UnpackingMemoryException.ofWindow(error);
            }
        }
        return error;
    }
}
