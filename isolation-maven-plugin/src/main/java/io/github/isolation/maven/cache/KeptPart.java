package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.eclipse.aether.spi.connector.transport.TransportListener;

/**
 * What has come of a download, written down beside it as it comes: the transport of Maven 3.9 (resolver 1.9) writes to a
 * temporary file of its own, and deletes that when it fails.
 *
 * <p>Where there is no room for both, only the transport's file is written: then there is nothing to continue with.
 */
final class KeptPart extends TransportListener {
    private static final String KEPT = ".kept";

    private final Path target;
    private final Downloads.Progress progress;
    private boolean givenUp;

    KeptPart(Path target, Downloads.Progress progress) {
        this.target = target;
        this.progress = progress;
    }

    /** Puts what an attempt or a build has left where the next one looks for it, if the transport has not. */
    static void restore(Path target) throws IOException {
        Path kept = beside(target);
        if (!Files.exists(kept)) {
            return;
        }
        if (!Files.exists(target) || Files.size(target) < Files.size(kept)) {
            Files.move(kept, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(kept);
        }
    }

    /** The download is whole. */
    static void forget(Path target) throws IOException {
        Files.deleteIfExists(beside(target));
    }

    @Override
    public void transportStarted(long offset, long length) {
        try {
            Files.deleteIfExists(beside(target));
            if (offset > 0) {
                Files.copy(target, beside(target));
            }
        } catch (IOException e) {
            giveUp(e);
        }
        progress.started(offset, length < 0 ? -1 : length);
    }

    @Override
    public void transportProgressed(ByteBuffer data) {
        progress.received(data.remaining());
        if (givenUp) {
            return;
        }
        try (FileChannel out = FileChannel.open(beside(target), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = data.duplicate();
            while (rest.hasRemaining()) {
                out.write(rest);
            }
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void giveUp(IOException reason) {
        givenUp = true;
        try {
            Files.deleteIfExists(beside(target));
        } catch (IOException e) {
            reason.addSuppressed(e);
            throw new UncheckedIOException(reason);
        }
    }

    /** Whether a file is what was kept of a download. */
    static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).endsWith(KEPT);
    }

    private static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + KEPT);
    }
}
